import { COMPETENCY_LEVELS, SUBJECT_KINDS, type CompetencyLevel } from '#lib/domain/training/index.ts';
import {
	checkbox,
	choice,
	day,
	decimal,
	id,
	optionalDay,
	revision,
	text,
	type FormProblems,
} from '#lib/forms/index.ts';
import { PAPER_KINDS } from '#lib/server/services/employee-papers.ts';
import { z } from 'zod';

const level = () =>
	z
		.enum(COMPETENCY_LEVELS.map(String) as ['1', '2', '3', '4', '5'])
		.transform((value) => Number(value) as CompetencyLevel);

/** „entry“, „head“, or the key of a competency after a colon. */
const subject = () =>
	z
		.string()
		.refine((value) => SUBJECT_KINDS.some((kind) => value === kind || value.startsWith(`${kind}:`)), {
			message: 'code:not-a-choice',
		})
		.transform((value) => {
			const kind = SUBJECT_KINDS.find((one) => value === one || value.startsWith(`${one}:`)) ?? 'competency';
			return { kind, competencyKey: kind === 'competency' ? value.slice(kind.length + 1) : null };
		});

export const assessForm = z.object({
	competencyKey: id(),
	level: level(),
	assessedOn: day(),
	source: text(200),
});

export const recordForm = z.object({
	name: text(200),
	sex: choice(['female', 'male']),
	postKey: id(),
	occupancy: decimal({ min: 0.01, max: 1 }),
	startedOn: day(),
	leftOn: optionalDay(),
	revision: revision(),
});

export const certificateForm = z.object({
	subject: subject(),
	number: text(60),
	issuer: text(200),
	issuedOn: day(),
	validUntil: optionalDay(),
});

export const exemptionForm = z.object({
	subject: subject(),
	reason: text(300),
	startsOn: day(),
	endsOn: optionalDay(),
});

export const wishForm = z.object({
	competencyKey: id(),
	level: level(),
	wishedOn: day(),
	source: text(200),
});

export const eraseForm = z.object({
	revision: revision(),
	isSure: checkbox().refine((isSure) => isSure, { message: 'code:required' }),
});

export const removeForm = z.object({ kind: choice(PAPER_KINDS), id: id() });

/** The field at which a refusal of the service is said, and how. */
const AT_FIELD: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
	assess: { 'people/assessed-in-future': ['assessedOn', 'in-future'] },
	record: {
		'people/left-before-start': ['leftOn', 'before-start'],
		'people/post-full': ['postKey', 'post-full'],
	},
	certify: {
		'people/issued-in-future': ['issuedOn', 'in-future'],
		'people/ends-before-start': ['validUntil', 'before-start'],
		'people/no-such-competency': ['subject', 'not-a-choice'],
	},
	exempt: {
		'people/ends-before-start': ['endsOn', 'before-start'],
		'people/no-such-competency': ['subject', 'not-a-choice'],
	},
	wish: {
		'people/wished-in-future': ['wishedOn', 'in-future'],
		'people/already-wished': ['competencyKey', 'already-wished'],
		'people/no-such-competency': ['competencyKey', 'not-a-choice'],
	},
};

/** A refusal as a problem of its field; without one it stands over the page. */
export function problemAt(
	form: string,
	{ code, limit }: { readonly code: string; readonly limit?: number },
): { readonly issues: FormProblems['issues']; readonly refusal: string | null } {
	const [field, issue] = AT_FIELD[form]?.[code] ?? [];
	if (field === undefined || issue === undefined) return { issues: {}, refusal: code };
	return { issues: { [field]: { code: issue, ...(limit !== undefined && { limit }) } }, refusal: null };
}

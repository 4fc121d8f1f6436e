import { can } from '#lib/domain/access/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type {
	Certificate,
	Exemption,
	SubjectKind,
	TrainingSubject,
	TrainingWish,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import {
	deleteCertificate,
	deleteExemption,
	deleteWish,
	insertCertificate,
	insertExemption,
	insertWish,
} from '../queries/certificate.ts';
import type { EmployeeRecord } from '../queries/employee.ts';
import { recordAudit } from './audit.ts';
import { openForEdit, openPerson, type ErasedRefusal } from './employee.ts';
import type { OpenTraining } from './training.ts';

export type PaperRefusal =
	| ErasedRefusal
	| { readonly code: 'people/no-such-competency' }
	| { readonly code: 'people/no-such-record' }
	| { readonly code: 'people/issued-in-future' }
	| { readonly code: 'people/ends-before-start' }
	| { readonly code: 'people/wished-in-future' }
	| { readonly code: 'people/already-wished' };

/** What a paper is about, as a form says it: the key of a competency, or one of the mandatory trainings. */
export interface GivenSubject {
	readonly kind: SubjectKind;
	readonly competencyKey: string | null;
}

interface PersonAddress {
	readonly slug: string;
	readonly employeeId: string;
}

/**
 * Records a certificate. Errors: `people/issued-in-future`, `people/ends-before-start` when it holds until a day before
 * it was issued, `people/no-such-competency`.
 */
export async function addCertificate(
	ctx: Ctx,
	at: PersonAddress,
	given: Omit<Certificate, 'id' | 'employeeId' | 'subject'> & { readonly subject: GivenSubject },
): Promise<Result<null, Refused | PaperRefusal>> {
	const opened = await openForEdit(ctx, at.slug, at.employeeId);
	if (!opened.ok) return opened;
	const { training, person } = opened.value;
	const subject = subjectOf(training, given.subject);
	if (!subject) return err({ code: 'people/no-such-competency' });
	if (given.issuedOn > training.asOf) return err({ code: 'people/issued-in-future' });
	if (given.validUntil !== null && given.validUntil < given.issuedOn)
		return err({ code: 'people/ends-before-start' });
	const certificate: Certificate = { ...given, subject, id: ctx.newId(), employeeId: person.id };
	return write(ctx, opened.value, { action: 'employee.certify', after: certificate }, async (tx, made) => {
		await insertCertificate(tx, certificate, made);
		return true;
	});
}

/** Records why a person need not be trained. Errors: `people/ends-before-start`, `people/no-such-competency`. */
export async function addExemption(
	ctx: Ctx,
	at: PersonAddress,
	given: Omit<Exemption, 'id' | 'employeeId' | 'subject'> & { readonly subject: GivenSubject },
): Promise<Result<null, Refused | PaperRefusal>> {
	const opened = await openForEdit(ctx, at.slug, at.employeeId);
	if (!opened.ok) return opened;
	const { training, person } = opened.value;
	const subject = subjectOf(training, given.subject);
	if (!subject) return err({ code: 'people/no-such-competency' });
	if (given.endsOn !== null && given.endsOn <= given.startsOn)
		return err({ code: 'people/ends-before-start' });
	const exemption: Exemption = { ...given, subject, id: ctx.newId(), employeeId: person.id };
	return write(ctx, opened.value, { action: 'employee.exempt', after: exemption }, async (tx, made) => {
		await insertExemption(tx, exemption, made);
		return true;
	});
}

/**
 * Records what a person asked to be trained in; the head of the unit may do it as well.
 * Errors: `people/wished-in-future`, `people/already-wished`, `people/no-such-competency`.
 */
export async function addWish(
	ctx: Ctx,
	at: PersonAddress,
	given: Omit<TrainingWish, 'id' | 'employeeId' | 'competencyKey'> & { readonly competencyKey: string },
): Promise<Result<null, Refused | PaperRefusal>> {
	const opened = await openWisher(ctx, at);
	if (!opened.ok) return opened;
	const { training, person } = opened.value;
	const competency = competencyInUse(training, given.competencyKey);
	if (!competency) return err({ code: 'people/no-such-competency' });
	if (given.wishedOn > training.asOf) return err({ code: 'people/wished-in-future' });
	const wish: TrainingWish = {
		...given,
		competencyKey: competency.key,
		id: ctx.newId(),
		employeeId: person.id,
	};
	const taken = { code: 'people/already-wished' } as const;
	return write(
		ctx,
		opened.value,
		{ action: 'employee.wish', after: wish, refusal: taken },
		async (tx, made) => insertWish(tx, wish, made),
	);
}

export const PAPER_KINDS = ['certificate', 'exemption', 'wish'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

const REMOVE = { certificate: deleteCertificate, exemption: deleteExemption, wish: deleteWish } as const;

/** Takes a paper or a wish out. Error `people/no-such-record`. */
export async function removePaper(
	ctx: Ctx,
	at: PersonAddress,
	paper: { readonly kind: PaperKind; readonly id: string },
): Promise<Result<null, Refused | PaperRefusal>> {
	const opened =
		paper.kind === 'wish' ? await openWisher(ctx, at) : await openForEdit(ctx, at.slug, at.employeeId);
	if (!opened.ok) return opened;
	const { training, person } = opened.value;
	const kept = { certificate: training.certificates, exemption: training.exemptions, wish: training.wishes };
	const before = kept[paper.kind].find(({ id }) => id === paper.id) ?? null;
	const entry = { action: `employee.remove-${paper.kind}`, before, after: null };
	return write(ctx, opened.value, { ...entry, refusal: { code: 'people/no-such-record' } }, async (tx) =>
		REMOVE[paper.kind](tx, person.id, paper.id),
	);
}

interface OpenPerson {
	readonly training: OpenTraining;
	readonly person: EmployeeRecord;
}

async function openWisher(ctx: Ctx, at: PersonAddress): Promise<Result<OpenPerson, Refused | ErasedRefusal>> {
	const opened = await openPerson(ctx, at.slug, at.employeeId);
	if (!opened.ok) return opened;
	if (opened.value.person.erasedOn !== null) return err({ code: 'people/erased' });
	const { lookup, actor, municipality } = opened.value.training;
	const unitKey = lookup.postByKey.get(opened.value.person.postKey)?.unitKey;
	const subject = { municipalityId: municipality.id, ...(unitKey && { unitKey }) };
	return can(actor, 'training.wish', subject) ? opened : err({ code: 'access/forbidden' });
}

function competencyInUse({ competencies }: OpenTraining, wanted: string | null) {
	return competencies.find(({ key, isRetired }) => key === wanted && !isRetired);
}

function subjectOf(training: OpenTraining, given: GivenSubject): TrainingSubject | undefined {
	if (given.kind !== 'competency') return { kind: given.kind };
	const competency = competencyInUse(training, given.competencyKey);
	return competency && { kind: given.kind, competencyKey: competency.key };
}

/** Writes in one transaction with its entry in the trail; the refusal when nothing was written. */
async function write<Refusal extends PaperRefusal>(
	ctx: Ctx,
	{ training, person }: OpenPerson,
	entry: {
		readonly action: string;
		readonly before?: unknown;
		readonly after: unknown;
		readonly refusal?: Refusal;
	},
	save: (
		tx: Tx,
		made: { readonly at: string; readonly by: OpenTraining['actor']['userId'] },
	) => Promise<boolean>,
): Promise<Result<null, Refusal>> {
	const { actor, municipality } = training;
	return ctx.db.transaction().execute(async (tx) => {
		const isSaved = await save(tx, { at: ctx.clock.now(), by: actor.userId });
		if (!isSaved && entry.refusal) return err(entry.refusal);
		await recordAudit(ctx, tx, {
			actor,
			municipalityId: municipality.id,
			action: entry.action,
			entity: 'employee',
			entityKey: person.id,
			versionId: null,
			before: entry.before ?? null,
			after: entry.after,
		});
		return ok(null);
	});
}

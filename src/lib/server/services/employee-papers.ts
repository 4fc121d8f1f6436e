import { can } from '#lib/domain/access/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type {
	Certificate,
	Exemption,
	SubjectKind,
	TrainingSubject,
	TrainingWish,
} from '#lib/domain/training/index.ts';
import { transact, type Ctx, type Refused } from '../context.ts';
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
export function addCertificate(
	ctx: Ctx,
	at: PersonAddress,
	given: Omit<Certificate, 'id' | 'employeeId' | 'subject'> & { readonly subject: GivenSubject },
): Promise<Result<null, Refused | PaperRefusal>> {
	return write(ctx, editable(at), ({ training, person }) => {
		const subject = subjectOf(training, given.subject);
		if (!subject) return err({ code: 'people/no-such-competency' });
		if (given.issuedOn > training.asOf) return err({ code: 'people/issued-in-future' });
		if (given.validUntil !== null && given.validUntil < given.issuedOn)
			return err({ code: 'people/ends-before-start' });
		const certificate: Certificate = { ...given, subject, id: ctx.newId(), employeeId: person.id };
		const save = (tx: Tx, made: Made) => insertCertificate(tx, certificate, made);
		return ok({ action: 'employee.certify', before: null, after: certificate, save });
	});
}

/** Records why a person need not be trained. Errors: `people/ends-before-start`, `people/no-such-competency`. */
export function addExemption(
	ctx: Ctx,
	at: PersonAddress,
	given: Omit<Exemption, 'id' | 'employeeId' | 'subject'> & { readonly subject: GivenSubject },
): Promise<Result<null, Refused | PaperRefusal>> {
	return write(ctx, editable(at), ({ training, person }) => {
		const subject = subjectOf(training, given.subject);
		if (!subject) return err({ code: 'people/no-such-competency' });
		if (given.endsOn !== null && given.endsOn <= given.startsOn)
			return err({ code: 'people/ends-before-start' });
		const exemption: Exemption = { ...given, subject, id: ctx.newId(), employeeId: person.id };
		const save = (tx: Tx, made: Made) => insertExemption(tx, exemption, made);
		return ok({ action: 'employee.exempt', before: null, after: exemption, save });
	});
}

/**
 * Records what a person asked to be trained in; the head of the unit may do it as well.
 * Errors: `people/wished-in-future`, `people/already-wished`, `people/no-such-competency`.
 */
export function addWish(
	ctx: Ctx,
	at: PersonAddress,
	given: Omit<TrainingWish, 'id' | 'employeeId' | 'competencyKey'> & { readonly competencyKey: string },
): Promise<Result<null, Refused | PaperRefusal>> {
	return write(ctx, wishing(at), ({ training, person }) => {
		const competency = competencyInUse(training, given.competencyKey);
		if (!competency) return err({ code: 'people/no-such-competency' });
		if (given.wishedOn > training.asOf) return err({ code: 'people/wished-in-future' });
		const wish: TrainingWish = {
			...given,
			competencyKey: competency.key,
			id: ctx.newId(),
			employeeId: person.id,
		};
		const save = (tx: Tx, made: Made) => insertWish(tx, wish, made);
		return ok({ action: 'employee.wish', before: null, after: wish, save, unsaved: 'people/already-wished' });
	});
}

export const PAPER_KINDS = ['certificate', 'exemption', 'wish'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

const REMOVE = { certificate: deleteCertificate, exemption: deleteExemption, wish: deleteWish } as const;

/** Takes a paper or a wish out. Error `people/no-such-record`. */
export function removePaper(
	ctx: Ctx,
	at: PersonAddress,
	paper: { readonly kind: PaperKind; readonly id: string },
): Promise<Result<null, Refused | PaperRefusal>> {
	return write(ctx, paper.kind === 'wish' ? wishing(at) : editable(at), ({ training, person }) => {
		const kept = {
			certificate: training.certificates,
			exemption: training.exemptions,
			wish: training.wishes,
		};
		const before = kept[paper.kind].find(({ id }) => id === paper.id) ?? null;
		const save = (tx: Tx) => REMOVE[paper.kind](tx, person.id, paper.id);
		const action = `employee.remove-${paper.kind}`;
		return ok({ action, before, after: null, save, unsaved: 'people/no-such-record' });
	});
}

interface OpenPerson {
	readonly training: OpenTraining;
	readonly person: EmployeeRecord;
}

type Opened = Result<OpenPerson, Refused | ErasedRefusal>;

function editable(at: PersonAddress): (inside: Ctx) => Promise<Opened> {
	return (inside) => openForEdit(inside, at.slug, at.employeeId);
}

function wishing(at: PersonAddress): (inside: Ctx) => Promise<Opened> {
	return (inside) => openWisher(inside, at);
}

async function openWisher(ctx: Ctx, at: PersonAddress): Promise<Opened> {
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

interface Made {
	readonly at: string;
	readonly by: OpenTraining['actor']['userId'];
}

/** What is written about a person, with its entry in the trail. */
interface PaperWrite {
	readonly action: string;
	readonly before: unknown;
	readonly after: unknown;
	/** False when nothing was written; then `unsaved` says why. */
	readonly save: (tx: Tx, made: Made) => Promise<unknown>;
	readonly unsaved?: 'people/already-wished' | 'people/no-such-record';
}

/** Opens the person, plans and writes in one transaction: whoever was erased meanwhile gets nothing written. */
function write(
	ctx: Ctx,
	open: (inside: Ctx) => Promise<Opened>,
	plan: (opened: OpenPerson) => Result<PaperWrite, PaperRefusal>,
): Promise<Result<null, Refused | PaperRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<null, Refused | PaperRefusal>> => {
		const opened = await open(inside);
		if (!opened.ok) return opened;
		const planned = plan(opened.value);
		if (!planned.ok) return planned;
		const { training, person } = opened.value;
		const { action, before, after, save, unsaved } = planned.value;
		const { actor, municipality } = training;
		const isSaved = await save(tx, { at: ctx.clock.now(), by: actor.userId });
		if (isSaved === false && unsaved) return err({ code: unsaved });
		await recordAudit(ctx, tx, {
			...{ actor, municipalityId: municipality.id, versionId: null },
			...{ action, entity: 'employee', entityKey: person.id, before, after },
		});
		return ok(null);
	});
}

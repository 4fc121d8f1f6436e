import { makeCalendar } from '#lib/domain/legal/index.ts';
import {
	checkMark,
	checkSession,
	isAdoption,
	walkProcedure,
	type MarkedStep,
	type MarkProblem,
	type ProcedureFacts,
	type SessionProblem,
} from '#lib/domain/review/index.ts';
import { err, ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import { dayOfMoment, type Ctx, type Refused } from '../context.ts';
import { findStandingUndo } from '../queries/adoption.ts';
import { listCalendarExceptions, listParameters } from '../queries/legal.ts';
import { listMarks, writeMark } from '../queries/procedure.ts';
import { moveProposal, type ProposalRecord } from '../queries/proposal.ts';
import { findDecision } from '../queries/review.ts';
import { findVersion } from '../queries/version.ts';
import { openProposal, type OpenProposal, type ProposalAddress } from './proposal.ts';
import { auditProposal, type ReviewRefusal } from './review.ts';

/** The way of a proposal with its days and terms, and who may write them down. */
export async function viewProcedure(ctx: Ctx, address: ProposalAddress) {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const open = found.value;
	const { proposal, municipality, sides } = open;
	const marks = await listMarks(ctx.db, proposal.id);
	const frame = {
		parameters: await listParameters(ctx.db),
		calendar: makeCalendar(await listCalendarExceptions(ctx.db)),
		municipality: municipality.id,
		today: ctx.clock.today(),
	};
	const facts = await procedureFacts(ctx, withDay(open), marks);
	return ok({
		...{ proposal, marks, places: walkProcedure(facts, frame) },
		isFrozen: isDecided(open),
		mayRecord: sides.includes('council'),
		undone: (await findStandingUndo(ctx.db, proposal.id)) ?? null,
	});
}

export type ProcedureRefusal = ReviewRefusal | SessionProblem;

export interface ProcedureInput {
	readonly committee: string;
	readonly amendmentsUntil: IsoDate | null;
	readonly sessionOn: IsoDate | null;
	readonly revision: number;
}

/** Sets the leading committee, the term for amendments and the day of the session. Errors: `review/stale`, of the session. */
export async function setProcedure(
	ctx: Ctx,
	address: ProposalAddress,
	input: ProcedureInput,
): Promise<Result<null, Refused | ProcedureRefusal>> {
	const found = await openForRecord(ctx, address);
	if (!found.ok) return found;
	const open = found.value;
	const { proposal } = open;
	if (isDecided(open)) return err({ code: 'review/not-permitted', from: proposal.state, action: 'adopt' });
	const { sessionOn, amendmentsUntil, committee, revision } = input;
	const submittedOn = dayOfMoment(proposal.createdAt);
	const session = sessionOn === null ? ok(null) : checkSession({ sessionOn, submittedOn, amendmentsUntil });
	if (!session.ok) return session;
	return ctx.db.transaction().execute(async (tx) => {
		const to = { state: proposal.state, sessionOn, amendmentsUntil, committee: committee.trim() };
		if (!(await moveProposal(tx, { ...proposal, revision }, to))) return err({ code: 'review/stale' });
		const before = {
			committee: proposal.committee,
			sessionOn: proposal.sessionOn,
			amendmentsUntil: proposal.amendmentsUntil,
		};
		await auditProposal(ctx, tx, open, { action: 'procedure.set', before, after: to });
		return ok(null);
	});
}

/** Writes down the day of a step that happened. Errors: `review/stale`, those of {@link checkMark}. */
export async function markStep(
	ctx: Ctx,
	address: ProposalAddress,
	input: {
		readonly step: MarkedStep;
		readonly onDay: IsoDate;
		readonly note: string;
		readonly revision: number;
	},
): Promise<Result<null, Refused | ReviewRefusal | MarkProblem>> {
	const found = await openForRecord(ctx, address);
	if (!found.ok) return found;
	const open = found.value;
	const { actor, proposal } = open;
	const { step, onDay, note, revision } = input;
	const facts = await procedureFacts(ctx, withDay(open), await listMarks(ctx.db, proposal.id));
	const checked = checkMark({ step, onDay }, facts, ctx.clock.today());
	if (!checked.ok) return checked;
	return ctx.db.transaction().execute(async (tx) => {
		if (!(await moveProposal(tx, { ...proposal, revision }, { state: proposal.state })))
			return err({ code: 'review/stale' });
		const before = (await listMarks(tx, proposal.id)).find((mark) => mark.step === step) ?? null;
		const by = { recordedBy: actor.userId, recordedName: actor.name, recordedAt: ctx.clock.now() };
		await writeMark(tx, proposal.id, { step, onDay, note: note.trim(), ...by });
		const after = { step, onDay, note: note.trim() };
		await auditProposal(ctx, tx, open, { action: 'procedure.mark', before, after });
		return ok(null);
	});
}

async function openForRecord(
	ctx: Ctx,
	address: ProposalAddress,
): Promise<Result<OpenProposal, Refused | ReviewRefusal>> {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	return found.value.sides.includes('council') ? found : err({ code: 'access/forbidden' });
}

function isDecided({ proposal }: OpenProposal): boolean {
	return proposal.state !== 'submitted' && proposal.state !== 'in-review';
}

function withDay({ proposal, frozen }: OpenProposal) {
	return { proposal, submittedFor: frozen.snapshot.header.effectiveOn };
}

/** What happened and what is planned of a proposal; the submitted day of effect is null for whoever needs no more than the terms. */
export async function procedureFacts(
	ctx: Ctx,
	{ proposal, submittedFor }: { readonly proposal: ProposalRecord; readonly submittedFor: IsoDate | null },
	marks: Awaited<ReturnType<typeof listMarks>>,
): Promise<ProcedureFacts> {
	const today = ctx.clock.today();
	const decision = await findDecision(ctx.db, proposal.id);
	const version = decision?.resultingVersionId
		? await findVersion(ctx.db, decision.resultingVersionId)
		: undefined;
	const { sessionOn, amendmentsUntil } = proposal;
	const effectiveOn = decision?.effectiveOn ?? version?.validFrom ?? submittedFor;
	const marked = Object.fromEntries(marks.map(({ step, onDay }) => [step, onDay] as const));
	return {
		done: {
			...marked,
			submission: dayOfMoment(proposal.createdAt),
			...(amendmentsUntil !== null && amendmentsUntil < today && { amendments: amendmentsUntil }),
			...(decision && { session: decision.decidedOn }),
			...(decision && isAdoption(decision.outcome) && { adoption: decision.decidedOn }),
			// A decision whose versions were taken back stays adopted, but nothing takes effect by it.
			...(version && effectiveOn !== null && effectiveOn <= today && { effect: effectiveOn }),
		},
		planned: {
			...(amendmentsUntil !== null && { amendments: amendmentsUntil }),
			...(sessionOn !== null && { session: sessionOn, adoption: sessionOn }),
			...(effectiveOn !== null && { effect: effectiveOn }),
		},
	};
}

import { can } from '#lib/domain/access/index.ts';
import {
	checkAnswer,
	checkReceived,
	findPersonalData,
	maskPersonalData,
	PERSONAL_SOURCES,
	type OpinionAnswer,
	type OpinionSource,
} from '#lib/domain/review/index.ts';
import { err, ok, type IsoDate, type OperationId, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listAmendments } from '../queries/amendment.ts';
import { answerOpinion, insertOpinion, listOpinions, type OpinionRecord } from '../queries/opinion.ts';
import { amendmentStates } from './council-amendment-view.ts';
import { councilTable } from './council-ballots.ts';
import { openProposal, type OpenProposal, type ProposalAddress } from './proposal.ts';
import { auditProposal, type ReviewRefusal } from './review.ts';

export type OpinionRefusal =
	| ReviewRefusal
	| { readonly code: 'review/answer-without-motive' }
	| { readonly code: 'review/received-in-future'; readonly today: IsoDate }
	| { readonly code: 'review/opinion-unknown' }
	| { readonly code: 'review/reason-missing' }
	| { readonly code: 'review/amendment-unknown' };

/** The ledger of opinions; names of private persons only for whoever keeps it. */
export async function viewOpinions(ctx: Ctx, address: ProposalAddress) {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const open = found.value;
	const mayRecord = keeps(open);
	const opinions = await ledgerOf(ctx, open, { withNames: mayRecord });
	const amendments = await listAmendments(ctx.db, open.proposal.id);
	return ok({
		...{ proposal: open.proposal, mayRecord, opinions },
		mayExport: can(open.actor, 'proposal.export', { municipalityId: open.municipality.id }),
		points: open.frozen.report.operations,
		amendments: amendments.filter(({ isWithdrawn }) => !isWithdrawn).map(({ number }) => number),
		standing: opinions.filter(({ removed }) => removed === null).length,
		waiting: opinions.filter(({ answer, removed }) => answer === null && removed === null).length,
	});
}

/** The opinions with the place of their point and what became of the amendment that took them up. */
export async function ledgerOf(ctx: Ctx, open: OpenProposal, { withNames }: { readonly withNames: boolean }) {
	const opinions = await listOpinions(ctx.db, open.proposal.id);
	const table = await councilTable(ctx.db, open);
	const filed = await listAmendments(ctx.db, open.proposal.id);
	const stateOf = amendmentStates(table);
	return opinions.map(({ id: _, name, createdBy, ...opinion }) => {
		const amendment = filed.find(({ number }) => number === opinion.amendmentNumber);
		return {
			...opinion,
			/** Personal data of the text are for whoever keeps the ledger, as names are. */
			body: withNames ? opinion.body : maskPersonalData(opinion.body),
			motive: withNames ? opinion.motive : maskPersonalData(opinion.motive),
			personal: withNames ? [...new Set(findPersonalData(opinion.body).map(({ kind }) => kind))] : [],
			isOwn: createdBy === open.actor.userId && opinion.removed === null,
			name: withNames || !PERSONAL_SOURCES.has(opinion.source) ? name : null,
			point:
				open.frozen.snapshot.operations.find((point) => point.id === opinion.operationId)?.position ?? null,
			amendmentState: amendment ? stateOf(amendment) : null,
		};
	});
}

export interface OpinionInput {
	readonly source: OpinionSource;
	readonly name: string;
	readonly receivedOn: IsoDate;
	readonly body: string;
	readonly operationId: OperationId | null;
}

/** Writes an opinion into the ledger. Errors `review/operation-unknown`, `review/received-in-future`. */
export async function recordOpinion(
	ctx: Ctx,
	address: ProposalAddress,
	input: OpinionInput,
): Promise<Result<number, Refused | OpinionRefusal>> {
	const found = await openLedger(ctx, address);
	if (!found.ok) return found;
	const open = found.value;
	const late = checkReceived(input.receivedOn, ctx.clock.today());
	const problem = checkPoint(open, input.operationId) ?? late;
	if (problem) return err(problem);
	return ctx.db.transaction().execute(async (tx) => {
		const made = { at: ctx.clock.now(), by: open.actor.userId };
		const number = await insertOpinion(tx, open.proposal.id, { ...input, id: ctx.newId() }, made);
		const after = traceOf({ number, ...input });
		await auditProposal(ctx, tx, open, { action: 'opinion.record', before: null, after });
		return ok(number);
	});
}

/** Answers an opinion, and says which point or amendment took it up. */
export async function replyToOpinion(
	ctx: Ctx,
	address: ProposalAddress,
	input: {
		readonly number: number;
		readonly revision: number;
		readonly answer: OpinionAnswer;
		readonly motive: string;
		readonly operationId: OperationId | null;
		readonly amendmentNumber: number | null;
	},
): Promise<Result<null, Refused | OpinionRefusal>> {
	const found = await openLedger(ctx, address);
	if (!found.ok) return found;
	const open = found.value;
	const opinion = await findOpinion(ctx, open, input.number);
	if (!opinion) return err({ code: 'review/opinion-unknown' });
	const problem = checkPoint(open, input.operationId) ?? checkAnswer(input);
	if (problem) return err(problem);
	const { answer, operationId, amendmentNumber } = input;
	const known = await listAmendments(ctx.db, open.proposal.id);
	if (amendmentNumber !== null && !known.some(({ number }) => number === amendmentNumber))
		return err({ code: 'review/amendment-unknown' });
	return ctx.db.transaction().execute(async (tx) => {
		const after = { answer, operationId, amendmentNumber, motive: input.motive.trim() };
		const seen = { id: opinion.id, revision: input.revision };
		if (!(await answerOpinion(tx, seen, after))) return err({ code: 'review/stale' });
		const { number } = opinion;
		await auditProposal(ctx, tx, open, {
			action: 'opinion.answer',
			before: { number, answer: opinion.answer, length: opinion.motive.length },
			after: { number, answer, operationId, amendmentNumber, length: after.motive.length },
		});
		return ok(null);
	});
}

/** What the trail keeps, which more people read than the ledger: neither who wrote it nor its words, only how long it is. */
export function traceOf({
	number,
	source,
	receivedOn,
	body,
}: Pick<OpinionRecord, 'number' | 'source' | 'receivedOn' | 'body'>) {
	return { number, source, receivedOn, length: body.length };
}

function keeps({ actor, municipality }: OpenProposal): boolean {
	return can(actor, 'opinion.record', { municipalityId: municipality.id });
}

export async function openLedger(ctx: Ctx, address: ProposalAddress): Promise<Result<OpenProposal, Refused>> {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	return keeps(found.value) ? found : err({ code: 'access/forbidden' });
}

async function findOpinion(
	ctx: Ctx,
	{ proposal }: OpenProposal,
	number: number,
): Promise<OpinionRecord | undefined> {
	return (await listOpinions(ctx.db, proposal.id)).find(
		(opinion) => opinion.number === number && opinion.removed === null,
	);
}

/** Error `review/operation-unknown` when the proposal has no such point. */
export function checkPoint({ frozen }: OpenProposal, operationId: OperationId | null): ReviewRefusal | null {
	const isKnown =
		operationId === null || frozen.snapshot.operations.some((operation) => operation.id === operationId);
	return isKnown ? null : { code: 'review/operation-unknown', operationId };
}

import { checkReceived } from '#lib/domain/review/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { forgetOpinion } from '../queries/opinion-forget.ts';
import { correctOpinion, listOpinions, removeOpinion, type OpinionRecord } from '../queries/opinion.ts';
import {
	checkPoint,
	openLedger,
	traceOf,
	type OpinionInput,
	type OpinionRefusal,
} from './council-opinion.ts';
import type { OpenProposal, ProposalAddress } from './proposal.ts';
import { auditProposal } from './review.ts';

interface Named {
	readonly number: number;
	readonly revision: number;
}

/** Corrects what an opinion says or whose it is; for whoever recorded it. Errors as for recording, `review/stale`. */
export async function editOpinion(
	ctx: Ctx,
	address: ProposalAddress,
	input: Named & OpinionInput,
): Promise<Result<null, Refused | OpinionRefusal>> {
	const found = await standingOpinion(ctx, address, input.number);
	if (!found.ok) return found;
	const { open, opinion } = found.value;
	if (opinion.createdBy !== open.actor.userId) return err({ code: 'access/forbidden' });
	const problem = checkPoint(open, input.operationId) ?? checkReceived(input.receivedOn, ctx.clock.today());
	if (problem) return err(problem);
	return ctx.db.transaction().execute(async (tx) => {
		const by = { at: ctx.clock.now(), name: open.actor.name };
		const seen = { id: opinion.id, revision: input.revision };
		if (!(await correctOpinion(tx, seen, input, by))) return err({ code: 'review/stale' });
		const [before, after] = [traceOf(opinion), traceOf(input)];
		await auditProposal(ctx, tx, open, { action: 'opinion.correct', before, after });
		return ok(null);
	});
}

/**
 * Takes an opinion out, out of the trail too: its words and its name go, its number, who took it out and why stay. For
 * whoever keeps the ledger, for who recorded it may be gone when a person asks to be forgotten.
 */
export async function takeOpinionOut(
	ctx: Ctx,
	address: ProposalAddress,
	input: Named & { readonly reason: string },
): Promise<Result<null, Refused | OpinionRefusal>> {
	const found = await standingOpinion(ctx, address, input.number);
	if (!found.ok) return found;
	const { open, opinion } = found.value;
	const reason = input.reason.trim();
	if (reason === '') return err({ code: 'review/reason-missing' });
	return ctx.db.transaction().execute(async (tx) => {
		const by = { at: ctx.clock.now(), userId: open.actor.userId, name: open.actor.name, reason };
		const seen = { id: opinion.id, revision: input.revision };
		if (!(await removeOpinion(tx, seen, by))) return err({ code: 'review/stale' });
		await forgetOpinion(tx, open.proposal.id, opinion.number);
		const before = traceOf(opinion);
		await auditProposal(ctx, tx, open, { action: 'opinion.remove', before, after: { reason } });
		return ok(null);
	});
}

async function standingOpinion(
	ctx: Ctx,
	address: ProposalAddress,
	asked: number,
): Promise<
	Result<{ readonly open: OpenProposal; readonly opinion: OpinionRecord }, Refused | OpinionRefusal>
> {
	const found = await openLedger(ctx, address);
	if (!found.ok) return found;
	const opinions = await listOpinions(ctx.db, found.value.proposal.id);
	const opinion = opinions.find(({ number, removed }) => number === asked && removed === null);
	if (!opinion) return err({ code: 'review/opinion-unknown' });
	return ok({ open: found.value, opinion });
}

import { restingBallot } from '#lib/domain/review/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { withdrawBallot } from '../queries/ballot.ts';
import { moveProposal } from '../queries/proposal.ts';
import { openInReview, standingBallot, type BallotRefusal } from './council-ballot.ts';
import { councilTable } from './council-ballots.ts';
import type { ProposalAddress } from './proposal.ts';
import { auditProposal } from './review.ts';

/**
 * Takes back a vote that was recorded by mistake, until the decision: it settles nothing more and may be held anew, but
 * it stays to be seen with its reason. Errors: `review/reason-missing`, `review/ballot-unknown`, `review/stale`,
 * `review/whole-voted` and `review/point-voted` when the council voted the whole or a point on what this vote settled:
 * that one is withdrawn first.
 */
export async function withdrawVote(
	ctx: Ctx,
	address: ProposalAddress,
	input: { readonly ballot: number; readonly reason: string; readonly revision: number },
): Promise<Result<null, Refused | BallotRefusal>> {
	const found = await openInReview(ctx, address, 'vote.record');
	if (!found.ok) return found;
	const open = found.value;
	const reason = input.reason.trim();
	if (reason === '') return err({ code: 'review/reason-missing' });
	const ballot = await standingBallot(ctx, open, input.ballot);
	if (!ballot) return err({ code: 'review/ballot-unknown' });
	return ctx.db.transaction().execute(async (tx) => {
		const table = await councilTable(tx, open);
		const counted = table.ballots.find(({ number }) => number === ballot.number);
		const resting = counted && restingBallot(counted, table);
		if (resting) return err(resting);
		const seen = { ...open.proposal, revision: input.revision };
		if (!(await moveProposal(tx, seen, { state: open.proposal.state }))) return err({ code: 'review/stale' });
		const { userId, name } = open.actor;
		await withdrawBallot(tx, ballot.id, { userId, name, reason, at: ctx.clock.now() });
		const { number, subject, items, counts } = ballot;
		await auditProposal(ctx, tx, open, {
			action: 'vote.withdraw',
			before: { number, subject, items, ...counts },
			after: { reason },
		});
		return ok(null);
	});
}

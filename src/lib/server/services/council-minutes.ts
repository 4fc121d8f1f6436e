import type { ChangedVote, EarlierVote, PaperVote, VoteCorrection } from '#lib/domain/publication/index.ts';
import type { Ctx } from '../context.ts';
import { listBallotVotes, listCorrections, type BallotCorrection } from '../queries/ballot.ts';
import { listCouncillors } from '../queries/review.ts';
import { councilTable, everyBallot, type BallotWithTally } from './council-ballots.ts';
import type { OpenProposal } from './proposal.ts';
import { ruleOf } from './review.ts';

/** Everything that the minutes say of the votes; null until one on the whole stands. */
export async function minutesOf(ctx: Ctx, open: OpenProposal): Promise<PaperVote | null> {
	const rule = ruleOf(ctx, open);
	const table = await councilTable(ctx.db, open);
	const whole = table.ballots.findLast(({ subject }) => subject === 'whole');
	if (!whole || !rule) return null;
	const earlier: EarlierVote[] = [];
	for (const ballot of everyBallot(table).filter(({ number }) => number !== whole.number))
		earlier.push({
			...{ subject: ballot.subject, withdrawn: ballot.withdrawn, items: placesOf(open, ballot) },
			...(await recordOf(ctx, open, ballot)),
		});
	return { sessionOn: whole.sessionOn, rule, earlier, ...(await recordOf(ctx, open, whole)) };
}

/** How the record of a vote was corrected, in order, with whose vote was written otherwise. */
export async function correctionsOf(
	ctx: Ctx,
	{ proposal, municipality }: Pick<OpenProposal, 'proposal' | 'municipality'>,
	{ id, sessionOn }: Pick<BallotWithTally, 'id' | 'sessionOn'>,
): Promise<readonly (VoteCorrection & { readonly id: string })[]> {
	const corrections = await listCorrections(ctx.db, proposal.id);
	const own = corrections.filter(({ ballotId }) => ballotId === id);
	if (own.length === 0) return [];
	const councillors = await listCouncillors(ctx.db, municipality.id, sessionOn);
	return own.map((correction) => ({
		...{ id: correction.id, name: correction.correctedName, at: correction.correctedAt },
		...{ reason: correction.reason, before: correction.before, after: correction.after },
		changed: changedVotes(correction, councillors),
	}));
}

async function recordOf(ctx: Ctx, open: OpenProposal, ballot: BallotWithTally) {
	return {
		tally: ballot.tally,
		votes: await listBallotVotes(ctx.db, ballot.id),
		corrections: await correctionsOf(ctx, open, ballot),
	};
}

function changedVotes(
	{ before, after }: BallotCorrection,
	councillors: readonly { readonly id: string; readonly name: string }[],
): readonly ChangedVote[] | null {
	const [old, fresh] = [before.votes, after.votes];
	if (!old || !fresh) return null;
	return councillors.flatMap(({ id, name }) => {
		const change = { name, before: old[id] ?? 'absent', after: fresh[id] ?? 'absent' } as const;
		return change.before === change.after ? [] : [change];
	});
}

/** Points are known by their place, amendments by their number. */
function placesOf(
	{ frozen }: OpenProposal,
	{ subject, items }: Pick<BallotWithTally, 'subject' | 'items'>,
): readonly number[] {
	if (subject === 'amendments') return items.map(Number);
	return frozen.snapshot.operations.filter(({ id }) => items.includes(id)).map(({ position }) => position);
}

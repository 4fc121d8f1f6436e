import { composeAdopted, type BallotSubject } from '#lib/domain/review/index.ts';
import { submissionBlocks } from '#lib/domain/scenario/index.ts';
import { err, ok, type IsoDate, type OperationId, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listBallotVotes, listCorrections } from '../queries/ballot.ts';
import { openInReview } from './council-ballot.ts';
import { councilTable, type BallotWithTally, type CouncilTable } from './council-ballots.ts';
import { amendmentLines } from './council-amendment-view.ts';
import type { CouncilRefusal } from './council.ts';
import type { BallotRefusal } from './council-ballot.ts';
import { openProposal, type OpenProposal, type ProposalAddress } from './proposal.ts';
import { ruleOf, sessionDay } from './review.ts';

/** A vote as lists show it: what was voted by the numbers that people use. */
export interface BallotLine {
	readonly number: number;
	readonly subject: BallotSubject;
	/** Places of points or numbers of amendments; empty for the whole. */
	readonly numbers: readonly number[];
	readonly method: BallotWithTally['method'];
	readonly sessionOn: IsoDate;
	readonly tally: BallotWithTally['tally'];
}

export function ballotLines(open: OpenProposal, ballots: readonly BallotWithTally[]): readonly BallotLine[] {
	return ballots.map((ballot) => ballotLine(open, ballot));
}

function ballotLine(
	{ frozen }: OpenProposal,
	{ number, subject, items, method, sessionOn, tally }: BallotWithTally,
): BallotLine {
	const places = new Map<string, number>(
		frozen.snapshot.operations.map(({ id, position }) => [id, position]),
	);
	const numbers = items.map((item) => (subject === 'points' ? (places.get(item) ?? 0) : Number(item)));
	return {
		...{ number, subject, method, sessionOn, tally },
		numbers: numbers.sort((one, other) => one - other),
	};
}

/** What the page of voting works with; errors are those of voting now. */
export async function viewVoting(ctx: Ctx, address: ProposalAddress) {
	const found = await openInReview(ctx, address, 'vote.record');
	if (!found.ok) return found;
	const open = found.value;
	const { proposal, frozen } = open;
	const table = await councilTable(ctx.db, open);
	const { settled } = table;
	const left = new Set(table.open);
	const voted = new Set([...settled.pointsLost, ...settled.pointsCarried]);
	return ok({
		proposal,
		session: sessionDay(ctx, proposal.sessionOn),
		rule: ruleOf(ctx, open),
		effectiveOn: frozen.snapshot.header.effectiveOn,
		ballots: ballotLines(open, table.ballots),
		whole: settled.whole?.tally ?? null,
		accepted: settled.accepted,
		pointsLost: frozen.snapshot.operations
			.filter(({ id }) => settled.pointsLost.includes(id))
			.map(({ position }) => position),
		openPoints: frozen.report.operations.filter(({ operation }) => !voted.has(operation.id)),
		openAmendments: amendmentLines(
			open,
			table,
			table.amendments.filter(({ number }) => left.has(number)),
		),
		composed: composedProblem(open, table),
	});
}

/** Why what was accepted so far could not be adopted; null when it could. */
function composedProblem({ frozen }: OpenProposal, table: CouncilTable): CouncilRefusal | null {
	const { accepted, settled } = table;
	const leftOut = new Set(settled.pointsLost as readonly OperationId[]);
	const composed = composeAdopted(frozen.snapshot, { accepted, leftOut });
	if (!composed.ok) return composed.error;
	const blocks = submissionBlocks(composed.value.run, {
		...{ decisionDay: frozen.snapshot.header.effectiveOn, limits: frozen.snapshot.limits },
	});
	return blocks.length > 0 ? { code: 'proposal/blocked', blocks } : null;
}

/** One vote in full: by name where it was, with every correction. Error `review/ballot-unknown`. */
export async function viewBallot(
	ctx: Ctx,
	address: ProposalAddress,
	number: number,
): Promise<Result<Awaited<ReturnType<typeof ballotPage>>, Refused | BallotRefusal>> {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const { ballots } = await councilTable(ctx.db, found.value);
	const ballot = ballots.find((candidate) => candidate.number === number);
	return ballot ? ok(await ballotPage(ctx, found.value, ballot)) : err({ code: 'review/ballot-unknown' });
}

async function ballotPage(ctx: Ctx, open: OpenProposal, ballot: BallotWithTally) {
	const line = ballotLine(open, ballot);
	const corrections = await listCorrections(ctx.db, open.proposal.id);
	const { proposal, sides } = open;
	return {
		proposal,
		ballot: { ...line, recordedName: ballot.recordedName, recordedAt: ballot.recordedAt },
		ballotId: ballot.id,
		votes: await listBallotVotes(ctx.db, ballot.id),
		corrections: corrections.filter(({ ballotId }) => ballotId === ballot.id),
		mayCorrect: sides.includes('council') && proposal.state === 'in-review',
	};
}

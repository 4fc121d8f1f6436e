import { composeAdopted, pointsLeftOut, type BallotSubject } from '#lib/domain/review/index.ts';
import { adoptionBlocks, namesIn, type StructureBlock } from '#lib/domain/scenario/index.ts';
import { err, ok, type IsoDate, type OperationId, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listBallotVotes } from '../queries/ballot.ts';
import { openInReview } from './council-ballot.ts';
import { councilTable, everyBallot, type BallotWithTally, type CouncilTable } from './council-ballots.ts';
import { standingRun } from './council-adopted.ts';
import { amendmentLines } from './council-amendment-view.ts';
import { baseEndsOn } from './council-base.ts';
import { correctionsOf } from './council-minutes.ts';
import type { CouncilRefusal } from './council.ts';
import { pointsOf } from './council-reading.ts';
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
	/** Taken back as recorded by mistake; null for a vote that stands. */
	readonly withdrawn: BallotWithTally['withdrawn'];
}

/** Every vote that was ever recorded, in order; one that was taken back stays with its reason. */
export function everyBallotLine(open: OpenProposal, table: CouncilTable): readonly BallotLine[] {
	return everyBallot(table).map((ballot) => ballotLine(open, ballot));
}

function ballotLine(
	{ frozen }: OpenProposal,
	{ number, subject, items, method, sessionOn, tally, withdrawn }: BallotWithTally,
): BallotLine {
	const places = new Map<string, number>(
		frozen.snapshot.operations.map(({ id, position }) => [id, position]),
	);
	const numbers = items.map((item) => (subject === 'points' ? (places.get(item) ?? 0) : Number(item)));
	return {
		...{ number, subject, method, sessionOn, tally, withdrawn },
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
	const composed = composedSoFar(open, table);
	const names = namesOfBlocks(open, composed.standing);
	return ok({
		...{ proposal, names, standing: composed.standing, composed: composed.problem },
		session: sessionDay(ctx, proposal.sessionOn),
		today: ctx.clock.today(),
		rule: ruleOf(ctx, open),
		baseEndsOn: await baseEndsOn(ctx, open),
		effectiveOn: frozen.snapshot.header.effectiveOn,
		ballots: everyBallotLine(open, table),
		whole: settled.whole?.tally ?? null,
		accepted: settled.accepted,
		pointsLost: frozen.snapshot.operations
			.filter(({ id }) => settled.pointsLost.includes(id))
			.map(({ position }) => position),
		...openPoints(open, table),
		openAmendments: amendmentLines(
			open,
			table,
			table.amendments.filter(({ number }) => left.has(number)),
		),
	});
}

/** Points still to be voted as the amendments so far leave them, and those that an amendment took out. */
function openPoints(open: OpenProposal, table: CouncilTable) {
	const { settled, amendments } = table;
	const voted = new Set<string>([...settled.pointsLost, ...settled.pointsCarried]);
	const gone = pointsLeftOut(amendments, settled.accepted);
	const standing = standingRun(open, table, null);
	const points = pointsOf(open, standing.ok ? standing.value : open.frozen.run);
	return {
		openPoints: points.flatMap(({ id, number, before, after }) => {
			const summary = after ?? before;
			return number === null || summary === null || voted.has(id) || gone.has(id)
				? []
				: [{ ...summary, number }];
		}),
		pointsGone: points.flatMap(({ id, number }) => {
			const amendment = gone.get(id);
			return number === null || amendment === undefined ? [] : [{ number, amendment }];
		}),
	};
}

function namesOfBlocks({ frozen }: OpenProposal, blocks: readonly StructureBlock[]) {
	return namesIn([frozen.run.after, frozen.run.before], blocks);
}

/** Why what was accepted so far could not be adopted, and the gaps in force that it would leave as they are. */
function composedSoFar(
	{ frozen }: OpenProposal,
	table: CouncilTable,
): { readonly problem: CouncilRefusal | null; readonly standing: readonly StructureBlock[] } {
	const { accepted, settled } = table;
	const leftOut = new Set(settled.pointsLost as readonly OperationId[]);
	const composed = composeAdopted(frozen.snapshot, { accepted, leftOut });
	if (!composed.ok) return { problem: composed.error, standing: [] };
	const { header, limits } = frozen.snapshot;
	const { blocks, standing } = adoptionBlocks(composed.value.run, {
		decisionDay: header.effectiveOn,
		limits,
	});
	return { problem: blocks.length > 0 ? { code: 'proposal/blocked', blocks } : null, standing };
}

/** One vote in full: by name where it was, with every correction. Error `review/ballot-unknown`. */
export async function viewBallot(
	ctx: Ctx,
	address: ProposalAddress,
	number: number,
): Promise<Result<Awaited<ReturnType<typeof ballotPage>>, Refused | BallotRefusal>> {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const table = await councilTable(ctx.db, found.value);
	const ballot = everyBallot(table).find((candidate) => candidate.number === number);
	return ballot ? ok(await ballotPage(ctx, found.value, ballot)) : err({ code: 'review/ballot-unknown' });
}

async function ballotPage(ctx: Ctx, open: OpenProposal, ballot: BallotWithTally) {
	const line = ballotLine(open, ballot);
	const { proposal, sides } = open;
	return {
		proposal,
		ballot: { ...line, recordedName: ballot.recordedName, recordedAt: ballot.recordedAt },
		ballotId: ballot.id,
		votes: await listBallotVotes(ctx.db, ballot.id),
		corrections: await correctionsOf(ctx, open, ballot),
		mayCorrect: sides.includes('council') && proposal.state === 'in-review' && ballot.withdrawn === null,
	};
}

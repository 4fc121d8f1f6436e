import {
	countTotals,
	openAmendments,
	ruleForSubject,
	settleVotes,
	votingRule,
	type Amendment,
	type CountedBallot,
	type SettledVotes,
} from '#lib/domain/review/index.ts';
import type { Reader } from '../db/index.ts';
import { listAmendments, type AmendmentRecord } from '../queries/amendment.ts';
import { listBallots, type BallotRecord } from '../queries/ballot.ts';
import type { OpenProposal } from './proposal.ts';

/** A recorded vote with its result by the rule of its day. */
export type BallotWithTally = BallotRecord & CountedBallot;

/** Every recorded vote with its result by the rule of its day, withdrawn ones too. */
async function ballotsOf(
	db: Reader,
	{ proposal, frozen, municipality }: OpenProposal,
): Promise<readonly BallotWithTally[]> {
	const ballots = await listBallots(db, proposal.id);
	return ballots.flatMap((ballot) => {
		const rule = votingRule(frozen.snapshot.parameters, ballot.sessionOn, municipality.id);
		if (!rule.ok) return [];
		const tally = countTotals(ballot.counts, ruleForSubject(rule.value, ballot.subject));
		return tally.ok ? [{ ...ballot, tally: tally.value }] : [];
	});
}

/** What the council has settled so far: the votes, what follows from them, and the amendments on the table. */
export interface CouncilTable {
	/** The votes that stand. */
	readonly ballots: readonly BallotWithTally[];
	/** Recorded by mistake and taken back; they settle nothing. */
	readonly withdrawn: readonly BallotWithTally[];
	readonly settled: SettledVotes;
	/** Filed and not withdrawn. */
	readonly amendments: readonly AmendmentRecord[];
	/** Those that were accepted. */
	readonly accepted: readonly Amendment[];
	/** Numbers of those that wait for a vote. */
	readonly open: readonly number[];
}

/** Every vote that was ever recorded, withdrawn ones too, by number. */
export function everyBallot({
	ballots,
	withdrawn,
}: Pick<CouncilTable, 'ballots' | 'withdrawn'>): readonly BallotWithTally[] {
	return [...ballots, ...withdrawn].sort((one, other) => one.number - other.number);
}

/** Every amendment that was ever filed, withdrawn ones too, by number. */
export function everyAmendment(db: Reader, { proposal }: OpenProposal): Promise<readonly AmendmentRecord[]> {
	return listAmendments(db, proposal.id);
}

export async function councilTable(db: Reader, open: OpenProposal): Promise<CouncilTable> {
	const every = await ballotsOf(db, open);
	const [ballots, withdrawn] = [
		every.filter((ballot) => ballot.withdrawn === null),
		every.filter((ballot) => ballot.withdrawn !== null),
	];
	const settled = settleVotes(ballots);
	const all = await listAmendments(db, open.proposal.id);
	const amendments = all.filter(({ isWithdrawn }) => !isWithdrawn);
	const taken = new Set(settled.accepted);
	const accepted = amendments.filter(({ number }) => taken.has(number));
	return { ballots, withdrawn, settled, amendments, accepted, open: openAmendments(amendments, settled) };
}

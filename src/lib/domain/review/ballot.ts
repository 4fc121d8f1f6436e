import { err, ok, type IsoDate, type Result } from '../shared/index.ts';
import { collisionOf, type AmendmentCollision } from './amend.ts';
import { amendedOperation, type Amendment, type AmendmentBody } from './amendment.ts';
import type { VoteCounts, VoteTally, VotingRule } from './vote.ts';

export const BALLOT_SUBJECTS = ['whole', 'points', 'amendments'] as const;
/** предложението в цялост, отделни точки, предложения за изменение. */
export type BallotSubject = (typeof BALLOT_SUBJECTS)[number];

export const BALLOT_METHODS = ['roll-call', 'counted'] as const;
/** поименно, чрез преброяване. */
export type BallotMethod = (typeof BALLOT_METHODS)[number];

/** One vote of the council on one thing or on several together („ан блок“). */
export interface Ballot {
	readonly number: number;
	readonly subject: BallotSubject;
	/** Ids of the points or numbers of the amendments that were voted; empty for the whole. */
	readonly items: readonly string[];
	readonly method: BallotMethod;
	readonly sessionOn: IsoDate;
	readonly counts: VoteCounts;
}

export type CountedBallot = Ballot & { readonly tally: VoteTally };

export type BallotProblem =
	| { readonly code: 'review/ballot-empty' }
	| { readonly code: 'review/ballot-unknown-item'; readonly item: string }
	/** The item was voted already; a wrong record is corrected, not voted again. */
	| { readonly code: 'review/voted-already'; readonly ballot: number; readonly item: string }
	/** After the vote on the whole nothing else is voted. */
	| { readonly code: 'review/whole-voted'; readonly ballot: number }
	/** Before the whole or a point is voted, every amendment of it is voted, withdrawn or fallen. */
	| { readonly code: 'review/amendments-open'; readonly numbers: readonly number[] }
	/** An accepted amendment took the point out: there is nothing left to vote. */
	| { readonly code: 'review/point-left-out'; readonly item: string; readonly number: number }
	/** The point of the amendment was voted as it stood then: that vote is withdrawn first. */
	| { readonly code: 'review/point-voted'; readonly ballot: number; readonly item: string }
	/** An amendment that cannot hold beside one that was accepted, or beside another in the same vote. */
	| AmendmentCollision;

/** A vote that rests on what another one decided. */
export type RestingVote = Extract<BallotProblem, { code: 'review/whole-voted' | 'review/point-voted' }>;

/** The rule for a vote: amendments may be decided by another majority than the decision itself. */
export function ruleForSubject(rule: VotingRule, subject: BallotSubject): VotingRule {
	const { amendmentMajorityBase: majorityBase } = rule;
	return subject === 'amendments' && majorityBase ? { ...rule, majorityBase } : rule;
}

/** What the votes have settled; a vote without a quorum settles nothing and may be held again. */
export interface SettledVotes {
	/** Numbers of the amendments that were accepted, in order. */
	readonly accepted: readonly number[];
	/** Numbers of the amendments that were not. */
	readonly rejected: readonly number[];
	/** Ids of the points that did not get their majority. */
	readonly pointsLost: readonly string[];
	readonly pointsCarried: readonly string[];
	/** The last vote on the whole; null until one is recorded. */
	readonly whole: CountedBallot | null;
}

/** What follows from the votes so far, each with its counted result. */
export function settleVotes(ballots: readonly CountedBallot[]): SettledVotes {
	const voted = (subject: BallotSubject, outcome: VoteTally['outcome']) =>
		ballots
			.filter((ballot) => ballot.subject === subject && ballot.tally.outcome === outcome)
			.flatMap(({ items }) => items);
	const numbers = (items: readonly string[]) => items.map(Number).sort((one, other) => one - other);
	return {
		accepted: numbers(voted('amendments', 'carried')),
		rejected: numbers(voted('amendments', 'not-carried')),
		pointsLost: voted('points', 'not-carried'),
		pointsCarried: voted('points', 'carried'),
		whole: ballots.findLast((ballot) => ballot.subject === 'whole') ?? null,
	};
}

/**
 * Whether a vote may be recorded on these items now. The items of a vote on amendments are numbers of filed ones.
 * Errors: {@link BallotProblem}.
 */
export function checkBallot(
	wanted: Pick<Ballot, 'subject' | 'items'>,
	table: {
		readonly ballots: readonly CountedBallot[];
		readonly operationIds: readonly string[];
		/** Filed and not withdrawn. */
		readonly amendments: readonly Amendment[];
	},
): Result<null, BallotProblem> {
	const { ballots, amendments } = table;
	const { accepted } = settleVotes(ballots);
	const closed = wholeVoted(ballots);
	if (closed) return err(closed);
	if (wanted.subject === 'whole') {
		const open = openAmendments(amendments, settleVotes(ballots));
		return open.length === 0 ? ok(null) : err({ code: 'review/amendments-open', numbers: open });
	}
	if (wanted.items.length === 0) return err({ code: 'review/ballot-empty' });
	const known = new Set<string>(
		wanted.subject === 'points' ? table.operationIds : amendments.map(({ number }) => String(number)),
	);
	const unknown = wanted.items.find((item) => !known.has(item));
	if (unknown !== undefined) return err({ code: 'review/ballot-unknown-item', item: unknown });
	const again = votedAlready(wanted, ballots);
	if (again) return err(again);
	if (wanted.subject === 'points') return checkPoints(wanted.items, amendments, settleVotes(ballots));
	const resting = pointVoted(pointsOf(wanted.items, amendments), ballots);
	return resting ? err(resting) : checkTogether(amendments, { wanted: wanted.items.map(Number), accepted });
}

/**
 * The vote that rests on a recorded one and is withdrawn before it: that on the whole, or that on a point whose amendment
 * it settled; null when there is none. A vote without a quorum settles nothing, so nothing rests on it, nor it on others.
 */
export function restingBallot(
	ballot: CountedBallot,
	table: { readonly ballots: readonly CountedBallot[]; readonly amendments: readonly Amendment[] },
): RestingVote | null {
	if (ballot.subject === 'whole' || ballot.tally.outcome === 'no-quorum') return null;
	const closed = wholeVoted(table.ballots);
	if (closed) return closed;
	return ballot.subject === 'amendments'
		? pointVoted(pointsOf(ballot.items, table.amendments), table.ballots)
		: null;
}

/**
 * Why the council no longer takes up an amendment: it voted the whole, or the point as it stands; null while it does. A
 * vote without a quorum decided nothing and closes nothing.
 */
export function amendingClosed(body: AmendmentBody, ballots: readonly CountedBallot[]): RestingVote | null {
	const point = amendedOperation(body);
	return wholeVoted(ballots) ?? pointVoted(point === null ? [] : [point], ballots);
}

function wholeVoted(
	ballots: readonly CountedBallot[],
): Extract<BallotProblem, { code: 'review/whole-voted' }> | null {
	const { whole } = settleVotes(ballots);
	return whole && whole.tally.outcome !== 'no-quorum'
		? { code: 'review/whole-voted', ballot: whole.number }
		: null;
}

/** The points that amendments are about, by the numbers of these. */
function pointsOf(numbers: readonly string[], amendments: readonly Amendment[]): readonly string[] {
	return amendments
		.filter(({ number }) => numbers.includes(String(number)))
		.flatMap(({ body }) => amendedOperation(body) ?? []);
}

/** The first settled vote on one of these points. */
function pointVoted(
	items: readonly string[],
	ballots: readonly CountedBallot[],
): Extract<BallotProblem, { code: 'review/point-voted' }> | null {
	const found = votedAlready({ subject: 'points', items }, ballots);
	return found && { code: 'review/point-voted', ballot: found.ballot, item: found.item };
}

/** Points that an accepted amendment took out, each with the number of that amendment. */
export function pointsLeftOut(
	amendments: readonly Amendment[],
	accepted: readonly number[],
): ReadonlyMap<string, number> {
	return new Map(
		amendments.flatMap(({ number, body }) =>
			body.kind === 'leave-out' && accepted.includes(number) ? [[body.operationId, number] as const] : [],
		),
	);
}

/** A point is voted as the amendments left it, so they come first, and one that they took out is not voted. */
function checkPoints(
	items: readonly string[],
	amendments: readonly Amendment[],
	settled: SettledVotes,
): Result<null, BallotProblem> {
	const gone = pointsLeftOut(amendments, settled.accepted);
	for (const item of items) {
		const number = gone.get(item);
		if (number !== undefined) return err({ code: 'review/point-left-out', item, number });
	}
	const own = new Set(
		amendments.filter(({ body }) => items.includes(amendedOperation(body) ?? '')).map(({ number }) => number),
	);
	const numbers = openAmendments(amendments, settled).filter((number) => own.has(number));
	return numbers.length === 0 ? ok(null) : err({ code: 'review/amendments-open', numbers });
}

/** Numbers of the amendments on which the council has still to vote; one that collides with an accepted one has fallen. */
export function openAmendments(
	amendments: readonly Amendment[],
	{ accepted, rejected }: Pick<SettledVotes, 'accepted' | 'rejected'>,
): readonly number[] {
	const settled = new Set([...accepted, ...rejected]);
	const fallen = new Set(fallenAmendments(amendments, accepted));
	return amendments
		.map(({ number }) => number)
		.filter((number) => !settled.has(number) && !fallen.has(number));
}

/** Numbers of the amendments that fell because one that was accepted cannot hold beside them. */
export function fallenAmendments(
	amendments: readonly Amendment[],
	accepted: readonly number[],
): readonly number[] {
	const taken = amendments.filter(({ number }) => accepted.includes(number));
	return amendments
		.filter((one) => !taken.includes(one) && taken.some((other) => collisionOf(one, other) !== null))
		.map(({ number }) => number);
}

function votedAlready(
	wanted: Pick<Ballot, 'subject' | 'items'>,
	ballots: readonly CountedBallot[],
): Extract<BallotProblem, { code: 'review/voted-already' }> | null {
	for (const ballot of ballots) {
		if (ballot.subject !== wanted.subject || ballot.tally.outcome === 'no-quorum') continue;
		const item = wanted.items.find((candidate) => ballot.items.includes(candidate));
		if (item !== undefined) return { code: 'review/voted-already', ballot: ballot.number, item };
	}
	return null;
}

/** Amendments voted together, or after others were accepted, must be able to hold beside each other. */
function checkTogether(
	amendments: readonly Amendment[],
	{ wanted, accepted }: { readonly wanted: readonly number[]; readonly accepted: readonly number[] },
): Result<null, AmendmentCollision> {
	const byNumber = new Map(amendments.map((amendment) => [amendment.number, amendment]));
	const of = (numbers: readonly number[]) => numbers.flatMap((number) => byNumber.get(number) ?? []);
	const [asked, held] = [of(wanted), of(accepted)];
	for (const [at, one] of asked.entries())
		for (const other of [...held, ...asked.slice(at + 1)]) {
			const collision = collisionOf(one, other);
			if (collision) return err(collision);
		}
	return ok(null);
}

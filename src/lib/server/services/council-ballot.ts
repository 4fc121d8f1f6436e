import { can } from '#lib/domain/access/index.ts';
import {
	checkBallot,
	checkHeld,
	checkSession,
	countTotals,
	countVotes,
	ruleForSubject,
	votingRule,
	type BallotProblem,
	type BallotSubject,
	type HeldProblem,
	type NamedVote,
	type SessionProblem,
	type VoteChoice,
	type VoteCounts,
	type VoteProblem,
	type VoteTally,
	type VotingRule,
	restingBallot,
} from '#lib/domain/review/index.ts';
import { err, ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import { dayOfMoment, type Ctx, type Refused } from '../context.ts';
import type { Reader, Tx } from '../db/index.ts';
import {
	insertBallot,
	listBallots,
	listBallotVotes,
	replaceBallot,
	type BallotRecord,
	type BallotSheet,
} from '../queries/ballot.ts';
import { moveProposal } from '../queries/proposal.ts';
import { listCouncillors } from '../queries/review.ts';
import { councilTable } from './council-ballots.ts';
import { openProposal, type OpenProposal, type ProposalAddress } from './proposal.ts';
import { auditProposal, type ReviewRefusal } from './review.ts';

export type BallotRefusal =
	| ReviewRefusal
	| VoteProblem
	| BallotProblem
	| SessionProblem
	| HeldProblem
	| { readonly code: 'review/councillor-unknown' }
	| { readonly code: 'review/no-parameter'; readonly key: string }
	| { readonly code: 'review/ballot-unknown' }
	| { readonly code: 'review/reason-missing' };

/** The council of a day with what is recorded for everybody in a vote; nobody recorded is absent. */
export async function voteSheet(
	ctx: Ctx,
	address: ProposalAddress,
	asked: { readonly day: IsoDate; readonly ballotId?: string | null },
): Promise<Result<readonly (Omit<NamedVote, 'choice'> & { readonly choice: VoteChoice | null })[], Refused>> {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const votes = asked.ballotId ? await listBallotVotes(ctx.db, asked.ballotId) : [];
	const choices = new Map(votes.map((vote) => [vote.councillorId, vote.choice]));
	const councillors = await listCouncillors(ctx.db, found.value.municipality.id, asked.day);
	return ok(councillors.map(({ id, name }) => ({ councillorId: id, name, choice: choices.get(id) ?? null })));
}

/** How a vote went, as the secretary writes it: by name, or the hands that were counted. */
export type VoteOutcomeInput =
	| { readonly method: 'roll-call'; readonly choices: ReadonlyMap<string, VoteChoice> }
	| { readonly method: 'counted'; readonly counts: VoteCounts };

export type BallotInput = VoteOutcomeInput & {
	readonly subject: BallotSubject;
	/** Ids of points or numbers of amendments; empty for the whole. */
	readonly items: readonly string[];
	readonly sessionOn: IsoDate;
	/** Revision of the proposal that the person saw. */
	readonly revision: number;
};

/** Records one vote of the council. Errors: {@link BallotRefusal}; `review/stale` when somebody recorded meanwhile. */
export async function recordBallot(
	ctx: Ctx,
	address: ProposalAddress,
	input: BallotInput,
): Promise<Result<VoteTally & { readonly number: number }, Refused | BallotRefusal>> {
	const found = await openInReview(ctx, address, 'vote.record');
	if (!found.ok) return found;
	const open = found.value;
	const counted = await countInput(ctx, open, input);
	if (!counted.ok) return counted;
	return ctx.db.transaction().execute(async (tx) => {
		const { ballots, amendments } = await councilTable(tx, open);
		const operationIds = open.frozen.snapshot.operations.map(({ id }) => id);
		const items = [...new Set(input.items)];
		const checked = checkBallot({ ...input, items }, { ballots, amendments, operationIds });
		if (!checked.ok) return checked;
		if (!(await touch(tx, open, input))) return err({ code: 'review/stale' });
		const { tally, sheet } = counted.value;
		const { subject, method, sessionOn } = input;
		const number = ((await listBallots(tx, open.proposal.id)).at(-1)?.number ?? 0) + 1;
		const ballot = { number, subject, items, method, sessionOn };
		await insertBallot(tx, open.proposal.id, { ...ballot, sheet }, recorder(ctx, open));
		const after = { ...ballot, ...sheet };
		await auditProposal(ctx, tx, open, { action: 'vote.record', before: null, after });
		return ok({ ...tally, number });
	});
}

export type CorrectionInput = VoteOutcomeInput & {
	readonly ballot: number;
	readonly reason: string;
	readonly revision: number;
};

/**
 * Corrects how a vote went; what stood there, who corrected it and why stay beside it. Errors: `review/whole-voted` and
 * `review/point-voted` when it would decide otherwise and the council has voted on what it decided.
 */
export async function correctBallot(
	ctx: Ctx,
	address: ProposalAddress,
	input: CorrectionInput,
): Promise<Result<VoteTally, Refused | BallotRefusal>> {
	const found = await openInReview(ctx, address, 'vote.record');
	if (!found.ok) return found;
	const open = found.value;
	const reason = input.reason.trim();
	if (reason === '') return err({ code: 'review/reason-missing' });
	const ballot = await standingBallot(ctx, open, input.ballot);
	if (!ballot) return err({ code: 'review/ballot-unknown' });
	const { sessionOn, subject } = ballot;
	const counted = await countInput(ctx, open, { ...input, sessionOn, subject });
	if (!counted.ok) return counted;
	return ctx.db.transaction().execute(async (tx) => {
		const { sheet: after, tally } = counted.value;
		const resting = restingOn(await councilTable(tx, open), ballot.number, tally);
		if (resting) return err(resting);
		if (!(await touch(tx, open, { sessionOn, revision: input.revision })))
			return err({ code: 'review/stale' });
		const before = await sheetOf(tx, ballot);
		const at = { id: ballot.id, proposalId: open.proposal.id, method: input.method };
		await replaceBallot(tx, at, { before, after, reason }, recorder(ctx, open));
		const entry = { action: 'vote.correct', before, after: { ...after, ballot: ballot.number, reason } };
		await auditProposal(ctx, tx, open, entry);
		return ok(tally);
	});
}

/** The vote that rests on what a corrected one decided, when the correction decides otherwise. */
function restingOn(
	table: Awaited<ReturnType<typeof councilTable>>,
	number: number,
	{ outcome }: VoteTally,
): ReturnType<typeof restingBallot> {
	const recorded = table.ballots.find((one) => one.number === number);
	return recorded && recorded.tally.outcome !== outcome ? restingBallot(recorded, table) : null;
}

/** A recorded vote by its number; one that was withdrawn is none. */
export async function standingBallot(
	ctx: Ctx,
	{ proposal }: OpenProposal,
	asked: number,
): Promise<BallotRecord | undefined> {
	const ballots = await listBallots(ctx.db, proposal.id);
	return ballots.find(({ number, withdrawn }) => number === asked && withdrawn === null);
}

/** A proposal on which the council votes now, for whoever may do that. */
export async function openInReview(
	ctx: Ctx,
	address: ProposalAddress,
	action: 'vote.record' | 'decision.adopt',
): Promise<Result<OpenProposal, Refused | ReviewRefusal>> {
	const found = await openProposal(ctx, address);
	if (!found.ok) return found;
	const { actor, municipality, proposal, sides, frozen } = found.value;
	const isOfCouncil = sides.includes('council');
	if (!isOfCouncil || !can(actor, action, { municipalityId: municipality.id }))
		return err({ code: 'access/forbidden' });
	if (!frozen.isIntact) return err({ code: 'review/not-intact' });
	const from = proposal.state;
	return from === 'in-review' ? found : err({ code: 'review/not-permitted', from, action: 'adopt' });
}

async function countInput(
	ctx: Ctx,
	{ proposal, municipality, frozen }: OpenProposal,
	input: VoteOutcomeInput & { readonly sessionOn: IsoDate; readonly subject: BallotSubject },
): Promise<Result<{ readonly tally: VoteTally; readonly sheet: BallotSheet }, BallotRefusal>> {
	const { sessionOn } = input;
	const held = checkHeld(sessionOn, ctx.clock.today());
	if (!held.ok) return held;
	const { amendmentsUntil, createdAt } = proposal;
	const session = checkSession({ sessionOn, amendmentsUntil, submittedOn: dayOfMoment(createdAt) });
	if (!session.ok) return session;
	const found = votingRule(frozen.snapshot.parameters, sessionOn, municipality.id);
	if (!found.ok) return found;
	const rule = ruleForSubject(found.value, input.subject);
	return input.method === 'counted'
		? countHands(input.counts, rule)
		: countNames(await listCouncillors(ctx.db, municipality.id, sessionOn), input.choices, rule);
}

type Counted = Result<{ readonly tally: VoteTally; readonly sheet: BallotSheet }, BallotRefusal>;

function countHands(counts: VoteCounts, rule: VotingRule): Counted {
	const tally = countTotals(counts, rule);
	return tally.ok ? ok({ tally: tally.value, sheet: counts }) : tally;
}

function countNames(
	councillors: readonly { readonly id: string; readonly name: string }[],
	choices: ReadonlyMap<string, VoteChoice>,
	rule: VotingRule,
): Counted {
	const known = new Set(councillors.map((councillor) => councillor.id));
	if ([...choices.keys()].some((id) => !known.has(id))) return err({ code: 'review/councillor-unknown' });
	const votes = councillors.map(({ id, name }) => ({
		...{ councillorId: id, name },
		choice: choices.get(id) ?? ('absent' as const),
	}));
	const tally = countVotes(votes, rule);
	if (!tally.ok) return tally;
	const { for: yes, against, abstain } = tally.value;
	const byId = Object.fromEntries(votes.map(({ councillorId, choice }) => [councillorId, choice]));
	return ok({ tally: tally.value, sheet: { for: yes, against, abstain, votes: byId } });
}

async function sheetOf(db: Reader, ballot: BallotRecord): Promise<BallotSheet> {
	if (ballot.method === 'counted') return ballot.counts;
	const votes = await listBallotVotes(db, ballot.id);
	return {
		...ballot.counts,
		votes: Object.fromEntries(votes.map(({ councillorId, choice }) => [councillorId, choice])),
	};
}

function touch(
	tx: Tx,
	{ proposal }: OpenProposal,
	{ sessionOn, revision }: { readonly sessionOn: IsoDate; readonly revision: number },
): Promise<boolean> {
	return moveProposal(tx, { ...proposal, revision }, { state: proposal.state, sessionOn });
}

function recorder(ctx: Ctx, { actor }: OpenProposal) {
	return { userId: actor.userId, name: actor.name, at: ctx.clock.now(), newId: ctx.newId };
}

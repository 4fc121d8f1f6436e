import type { Selectable } from 'kysely';
import type { Ballot, NamedVote, VoteChoice } from '#lib/domain/review/index.ts';
import type { IsoDate, ProposalId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { BallotTable } from '../db/schema/voting.ts';

/** A vote as it was recorded. */
export interface BallotRecord extends Ballot {
	readonly id: string;
	readonly recordedName: string;
	readonly recordedAt: string;
	/** Taken back as recorded by mistake; null for a vote that stands. */
	readonly withdrawn: BallotWithdrawal | null;
}

export interface BallotWithdrawal {
	readonly name: string;
	readonly at: string;
	readonly reason: string;
}

/** What a correction of a vote replaced. */
export interface BallotCorrection {
	readonly id: string;
	readonly ballotId: string;
	readonly reason: string;
	readonly before: BallotSheet;
	readonly after: BallotSheet;
	readonly correctedName: string;
	readonly correctedAt: string;
}

/** How a vote went: the totals, and by name when it was. */
export interface BallotSheet {
	readonly for: number;
	readonly against: number;
	readonly abstain: number;
	readonly votes?: Readonly<Record<string, VoteChoice>>;
}

/** The votes on a proposal in the order in which they were recorded, withdrawn ones too. */
export async function listBallots(db: Reader, proposalId: ProposalId): Promise<readonly BallotRecord[]> {
	const rows = await db
		.selectFrom('ballot')
		.selectAll()
		.where('proposal_id', '=', proposalId)
		.orderBy('number')
		.execute();
	return rows.map(toBallot);
}

/** Who voted how in a vote by name. */
export async function listBallotVotes(db: Reader, ballotId: string): Promise<readonly NamedVote[]> {
	const rows = await db
		.selectFrom('vote')
		.innerJoin('councillor', 'councillor.id', 'vote.councillor_id')
		.select(['vote.councillor_id', 'vote.choice', 'councillor.name'])
		.where('vote.ballot_id', '=', ballotId)
		.orderBy('councillor.name')
		.orderBy('councillor.id')
		.execute();
	return rows.map((row) => ({ councillorId: row.councillor_id, name: row.name, choice: row.choice }));
}

export async function listCorrections(
	db: Reader,
	proposalId: ProposalId,
): Promise<readonly BallotCorrection[]> {
	const rows = await db
		.selectFrom('ballot_correction')
		.innerJoin('ballot', 'ballot.id', 'ballot_correction.ballot_id')
		.selectAll('ballot_correction')
		.where('ballot.proposal_id', '=', proposalId)
		.orderBy('ballot_correction.corrected_at')
		.orderBy('ballot_correction.id')
		.execute();
	return rows.map((row) => ({
		...{ id: row.id, ballotId: row.ballot_id, reason: row.reason },
		before: JSON.parse(row.before) as BallotSheet,
		after: JSON.parse(row.after) as BallotSheet,
		...{ correctedName: row.corrected_name, correctedAt: row.corrected_at },
	}));
}

export interface Recorder {
	readonly userId: string;
	readonly name: string;
	readonly at: string;
	readonly newId: () => string;
}

export async function insertBallot(
	tx: Tx,
	proposalId: ProposalId,
	ballot: Omit<Ballot, 'counts'> & { readonly sheet: BallotSheet },
	by: Recorder,
): Promise<string> {
	const id = by.newId();
	const { sheet } = ballot;
	await tx
		.insertInto('ballot')
		.values({
			...{ id, proposal_id: proposalId, number: ballot.number, subject: ballot.subject },
			...{ items: JSON.stringify(ballot.items), method: ballot.method, session_on: ballot.sessionOn },
			...{ votes_for: sheet.for, votes_against: sheet.against, votes_abstain: sheet.abstain },
			...{ recorded_by: by.userId, recorded_name: by.name, recorded_at: by.at },
		})
		.execute();
	await insertVotes(tx, { id, proposalId }, sheet, by);
	return id;
}

/** Takes a vote back; it stays with its reason and counts for nothing. */
export async function withdrawBallot(
	tx: Tx,
	id: string,
	withdrawal: BallotWithdrawal & { readonly userId: string },
): Promise<void> {
	const { at, userId, name, reason } = withdrawal;
	await tx
		.updateTable('ballot')
		.set({ withdrawn_at: at, withdrawn_by: userId, withdrawn_name: name, withdrawn_reason: reason })
		.where('id', '=', id)
		.where('withdrawn_at', 'is', null)
		.execute();
}

/** Replaces how a vote went and keeps what stood there, with the reason. */
export async function replaceBallot(
	tx: Tx,
	ballot: { readonly id: string; readonly proposalId: ProposalId; readonly method: Ballot['method'] },
	change: { readonly before: BallotSheet; readonly after: BallotSheet; readonly reason: string },
	by: Recorder,
): Promise<void> {
	const { before, after, reason } = change;
	await tx
		.insertInto('ballot_correction')
		.values({
			...{ id: by.newId(), ballot_id: ballot.id, reason },
			...{ before: JSON.stringify(before), after: JSON.stringify(after) },
			...{ corrected_by: by.userId, corrected_name: by.name, corrected_at: by.at },
		})
		.execute();
	await tx.deleteFrom('vote').where('ballot_id', '=', ballot.id).execute();
	await tx
		.updateTable('ballot')
		.set({
			...{ votes_for: after.for, votes_against: after.against, votes_abstain: after.abstain },
			method: ballot.method,
		})
		.where('id', '=', ballot.id)
		.execute();
	await insertVotes(tx, ballot, after, by);
}

async function insertVotes(
	tx: Tx,
	ballot: { readonly id: string; readonly proposalId: ProposalId },
	{ votes }: BallotSheet,
	by: Recorder,
): Promise<void> {
	for (const [councillorId, choice] of Object.entries(votes ?? {}))
		await tx
			.insertInto('vote')
			.values({
				...{ id: by.newId(), proposal_id: ballot.proposalId, amendment_id: null, ballot_id: ballot.id },
				...{ councillor_id: councillorId, choice, recorded_by: by.userId, recorded_at: by.at },
			})
			.execute();
}

function toBallot(row: Selectable<BallotTable>): BallotRecord {
	return {
		...{ id: row.id, number: row.number, subject: row.subject, method: row.method },
		items: JSON.parse(row.items) as readonly string[],
		sessionOn: row.session_on as IsoDate,
		counts: { for: row.votes_for, against: row.votes_against, abstain: row.votes_abstain },
		...{ recordedName: row.recorded_name, recordedAt: row.recorded_at },
		withdrawn:
			row.withdrawn_at === null
				? null
				: { at: row.withdrawn_at, name: row.withdrawn_name ?? '', reason: row.withdrawn_reason ?? '' },
	};
}

import type { Generated } from 'kysely';

/** Amendments and the votes of the council. Row types as stored; they never leave `db` and `queries`. */
export interface AmendmentTable {
	id: string;
	proposal_id: string;
	operation_id: string | null;
	number: number;
	kind: string;
	payload: string;
	motive: string;
	state: string;
	author_id: string;
	author_name: string;
	created_at: string;
	/** Of the leading committee. */
	opinion: 'accepts' | 'rejects' | 'conscience' | null;
	opinion_text: Generated<string>;
	revision: Generated<number>;
}

export interface CouncillorTable {
	id: string;
	municipality_id: string;
	name: string;
	user_id: string | null;
	valid_from: string;
	valid_to: string | null;
}

export interface VoteTable {
	id: string;
	proposal_id: string;
	amendment_id: string | null;
	councillor_id: string;
	ballot_id: string | null;
	choice: 'for' | 'against' | 'abstain' | 'absent';
	recorded_by: string;
	recorded_at: string;
}

export interface BallotCorrectionTable {
	id: string;
	ballot_id: string;
	reason: string;
	before: string;
	after: string;
	corrected_by: string;
	corrected_name: string;
	corrected_at: string;
}

/** One vote of the council; who voted how stands in `vote` when it was by name. */
export interface BallotTable {
	id: string;
	proposal_id: string;
	number: number;
	subject: 'whole' | 'points' | 'amendments';
	/** JSON: ids of the operations or amendments voted together. */
	items: string;
	method: 'roll-call' | 'counted';
	session_on: string;
	votes_for: number;
	votes_against: number;
	votes_abstain: number;
	recorded_by: string;
	recorded_name: string;
	recorded_at: string;
	/** Set together: who took back a vote that was recorded by mistake, when and why. */
	withdrawn_at: Generated<string | null>;
	withdrawn_by: Generated<string | null>;
	withdrawn_name: Generated<string | null>;
	withdrawn_reason: Generated<string | null>;
}

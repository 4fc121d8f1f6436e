import type { Generated } from 'kysely';

/** The way of a proposal through the council. Row types as stored; they never leave `db` and `queries`. */
export interface AdoptionUndoTable {
	id: string;
	decision_id: string;
	base_version_id: string;
	/** JSON: the versions that were taken back, each with its content. */
	version: string;
	/** Hashes of their contents in the same order. */
	content_hash: string;
	reason: string;
	undone_at: string;
	undone_by: string;
	undone_by_name: string;
	restored_at: string | null;
	restored_by: string | null;
}

export interface ProposalTable {
	id: string;
	municipality_id: string;
	scenario_id: string;
	number: number;
	title: string;
	mover: string;
	legal_ground: string;
	state: string;
	session_on: string | null;
	committee: Generated<string>;
	/** Last day on which amendments may be filed. */
	amendments_until: string | null;
	snapshot: string;
	content_hash: string;
	revision: Generated<number>;
	created_at: string;
	created_by: string;
}

export interface DecisionTable {
	id: string;
	proposal_id: string;
	number: string;
	decided_on: string;
	outcome: 'adopted' | 'adopted-amended' | 'rejected' | 'returned' | 'withdrawn';
	body: string;
	tally: string;
	/** The first of its versions, in force from the day of the decision. */
	resulting_version_id: string | null;
	/** JSON: ids of the operations that were not accepted. */
	left_out: Generated<string>;
	/** JSON: numbers of the amendments that were accepted. */
	amendments: Generated<string>;
	/** Canonical JSON: the operations that took effect; null for decisions from before it was written. */
	operations: string | null;
	/** From when it takes effect, as its text says; null for decisions from before it was written. */
	effective_on: string | null;
	created_at: string;
	created_by: string;
}

export interface ReviewEventTable {
	id: string;
	proposal_id: string;
	from_state: string;
	to_state: string;
	action: string;
	note: string;
	actor_id: string;
	actor_name: string;
	at: string;
}

export interface ProcedureMarkTable {
	proposal_id: string;
	step: string;
	on_day: string;
	note: string;
	recorded_by: string;
	recorded_name: string;
	recorded_at: string;
}

/** Every version that a decision made, one for each day on which operations take effect. */
export interface DecisionVersionTable {
	version_id: string;
	decision_id: string;
	starts_on: string;
}

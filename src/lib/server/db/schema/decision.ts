import type { Generated } from 'kysely';

/** Scenarios and the way of a proposal through the council. Row types as stored; they never leave `db` and `queries`. */
export interface ScenarioTable {
	id: string;
	municipality_id: string;
	base_version_id: string;
	name: string;
	description: string;
	status: 'draft' | 'submitted' | 'adopted' | 'archived';
	effective_on: string;
	revision: Generated<number>;
	created_at: string;
	created_by: string;
}

export interface OperationTable {
	id: string;
	scenario_id: string;
	position: number;
	kind: string;
	payload: string;
	motive: string;
	effective_on: string | null;
	created_at: string;
	created_by: string;
}

export interface OperationFindingTable {
	operation_id: string;
	finding_id: string;
}

export interface OperationPaperTable {
	operation_id: string;
	paper: string;
	done_at: string;
	done_by: string;
	done_by_name: string;
}

export interface ScenarioPhaseTable {
	scenario_id: string;
	/** Empty for what takes effect with the whole decision. */
	starts_on: string;
	title: string;
	narrative: string;
	updated_at: string;
	updated_by: string;
}

/** Every version that a decision made, one for each day on which operations take effect. */
export interface DecisionVersionTable {
	version_id: string;
	decision_id: string;
	starts_on: string;
}

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

export interface CommentTable {
	id: string;
	proposal_id: string;
	operation_id: string | null;
	parent_id: string | null;
	body: string;
	author_id: string;
	author_name: string;
	resolved_at: string | null;
	resolved_by: string | null;
	created_at: string;
}

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

export interface OpinionTable {
	id: string;
	proposal_id: string;
	number: number;
	source: 'unit' | 'employees' | 'union' | 'councillor' | 'citizen' | 'organisation';
	name: string;
	received_on: string;
	body: string;
	operation_id: string | null;
	amendment_number: number | null;
	answer: 'accepted' | 'partly' | 'not-accepted' | null;
	motive: string;
	revision: Generated<number>;
	created_at: string;
	created_by: string;
	/** When and by whom what it says was corrected last. */
	changed_at: Generated<string | null>;
	changed_name: Generated<string | null>;
	/** Set together: who took it out, when and why; its words are gone then. */
	removed_at: Generated<string | null>;
	removed_by: Generated<string | null>;
	removed_name: Generated<string | null>;
	removed_reason: Generated<string | null>;
}

export interface ProposalQuestionTable {
	id: string;
	proposal_id: string;
	number: number;
	operation_id: string | null;
	body: string;
	asked_on: string;
	asked_at: string;
	asked_by: string;
	asked_name: string;
	answer: Generated<string>;
	answered_on: string | null;
	answered_by: string | null;
	answered_name: string | null;
	revision: Generated<number>;
}

/** Read and written by its owner alone. */
export interface PrivateNoteTable {
	proposal_id: string;
	user_id: string;
	/** Empty for a note on the whole proposal. */
	operation_id: Generated<string>;
	body: string;
	updated_at: string;
}

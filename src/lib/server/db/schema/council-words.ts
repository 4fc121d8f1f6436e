import type { Generated } from 'kysely';

/** What people say of a proposal. Row types as stored; they never leave `db` and `queries`. */
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

import type { Generated } from 'kysely';

/** What is done with a scenario besides its operations. Row types as stored; they never leave `db` and `queries`. */
export interface ScenarioRebaseTable {
	id: string;
	scenario_id: string;
	from_version_id: string;
	to_version_id: string;
	/** JSON: the operations as they stood before. */
	operations_before: string;
	revision_after: number;
	made_at: string;
	made_by: string;
	undone_at: string | null;
	undone_by: string | null;
	/** JSON: training needs and ticked papers of the operations that were dropped; null for none. */
	dropped: string | null;
}

/** An operation that somebody wanted to look at again after a rebase. */
export interface RebaseReviewTable {
	operation_id: string;
	rebase_id: string;
}

export interface ScenarioTargetTable {
	scenario_id: string;
	metric: string;
	amount: number;
	created_at: string;
	created_by: string;
}

export interface ScenarioDelegationTable {
	id: string;
	scenario_id: string;
	unit_key: string;
	delegate_id: string;
	task: string;
	due_on: string | null;
	state: Generated<'open' | 'returned' | 'closed' | 'withdrawn'>;
	revision: Generated<number>;
	created_at: string;
	created_by: string;
	returned_at: string | null;
}

export interface DelegatedOperationTable {
	id: string;
	delegation_id: string;
	position: number;
	kind: string;
	payload: string;
	motive: string;
	state: Generated<'proposed' | 'accepted' | 'refused'>;
	answer: Generated<string>;
	operation_id: string | null;
	decided_at: string | null;
	decided_by: string | null;
	created_at: string;
	created_by: string;
}

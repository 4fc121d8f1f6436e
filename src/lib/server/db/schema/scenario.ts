import type { Generated } from 'kysely';

/** Scenarios with their operations. Row types as stored; they never leave `db` and `queries`. */
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

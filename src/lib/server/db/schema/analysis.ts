import type { Generated } from 'kysely';

/** Findings, recommendations, verdicts, provenance, audit. Row types as stored; they never leave `db` and `queries`. */
export interface StudyTable {
	id: string;
	municipality_id: string;
	version_id: string;
	name_bg: string;
	name_en: string | null;
	scope: 'structure' | 'system' | 'sector-policy' | 'horizontal-policy';
	methodology: '2008' | '2019' | 'custom';
	starts_on: string;
	ends_on: string | null;
	created_at: string;
	created_by: string;
}

export interface FindingTable {
	id: string;
	municipality_id: string;
	version_id: string;
	study_id: string | null;
	number: number;
	kind:
		| 'duplication'
		| 'overlap'
		| 'fragmentation'
		| 'gap'
		| 'role-conflict'
		| 'no-basis'
		| 'overload'
		| 'underload'
		| 'structure'
		| 'rule'
		| 'training'
		| 'other';
	criterion: 'relevance' | 'effectiveness' | 'efficiency';
	title: string;
	body: string;
	severity: number;
	status: 'open' | 'accepted' | 'resolved' | 'dismissed';
	status_reason: string | null;
	revision: Generated<number>;
	created_at: string;
	created_by: string;
}

export interface FindingEvidenceTable {
	id: string;
	finding_id: string;
	kind:
		| 'function-pair'
		| 'function'
		| 'power'
		| 'policy-area'
		| 'unit'
		| 'post'
		| 'workload'
		| 'structure-check'
		| 'rule'
		| 'employee-group';
	ref: string;
	ref2: string | null;
	data: string;
	sort: number;
}

export interface RecommendationTable {
	id: string;
	finding_id: string;
	number: number;
	body: string;
	kind: 'structural' | 'normative' | 'process' | 'staffing' | 'training' | 'it';
	impact: number;
	effort: number;
	legal_complexity: number;
	expected_effect: string;
	status: 'proposed' | 'discussed' | 'accepted' | 'rejected' | 'implemented';
	status_reason: string | null;
	revision: Generated<number>;
	created_at: string;
	created_by: string;
}

export interface ActionTable {
	id: string;
	recommendation_id: string;
	body: string;
	responsible: string;
	starts_on: string | null;
	due_on: string | null;
	progress: Generated<number>;
	proof: string | null;
	revision: Generated<number>;
	created_at: string;
	created_by: string;
}

export interface OverlapVerdictTable {
	id: string;
	municipality_id: string;
	function_a: string;
	function_b: string;
	text_hash_a: string;
	text_hash_b: string;
	verdict: 'duplication' | 'control' | 'coordination' | 'territorial' | 'not-overlap';
	reason: string;
	decided_by: string;
	decided_at: string;
}

export interface ImportRunTable {
	id: string;
	municipality_id: string;
	version_id: string | null;
	file_name: string;
	file_hash: string;
	kind: string;
	rows_in: number;
	rows_accepted: number;
	rows_corrected: number;
	rows_skipped: number;
	undone_at: string | null;
	created_at: string;
	created_by: string;
	made_version: Generated<0 | 1>;
	source_before: string | null;
}

export interface ProvenanceTable {
	id: string;
	import_run_id: string;
	entity: string;
	entity_id: string;
	field: string;
	file: string;
	sheet: string | null;
	cell: string | null;
}

export interface AuditEntryTable {
	id: string;
	at: string;
	actor_id: string;
	actor_name: string;
	municipality_id: string | null;
	action: string;
	entity: string;
	entity_key: string;
	version_id: string | null;
	before: string | null;
	after: string | null;
	/** Revision of the version after the change; null for what is no edit of a version. */
	version_revision: number | null;
	/** The step, by its version revision, that this one took back or put back. */
	reverses: number | null;
	/** Folded texts of both states, for the search. */
	folded: string | null;
}

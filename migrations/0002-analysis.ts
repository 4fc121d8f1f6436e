import { sql, type Kysely } from 'kysely';

/** Studies, findings with their evidence, recommendations, verdicts on overlaps, and where a datum came from. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table study (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		version_id text not null references structure_version (id) on delete restrict,
		name_bg text not null,
		name_en text,
		scope text not null check (scope in ('structure', 'system', 'sector-policy', 'horizontal-policy')),
		methodology text not null check (methodology in ('2008', '2019', 'custom')),
		starts_on text not null,
		ends_on text check (ends_on is null or ends_on >= starts_on),
		created_at text not null,
		created_by text not null
	) strict`,
	`create table finding (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		version_id text not null references structure_version (id) on delete restrict,
		study_id text references study (id) on delete set null,
		number integer not null,
		kind text not null check (kind in ('duplication', 'overlap', 'fragmentation', 'gap', 'role-conflict', 'no-basis',
			'overload', 'underload', 'structure', 'rule', 'training', 'other')),
		criterion text not null check (criterion in ('relevance', 'effectiveness', 'efficiency')),
		title text not null,
		body text not null,
		severity integer not null check (severity between 1 and 5),
		status text not null check (status in ('open', 'accepted', 'resolved', 'dismissed')),
		status_reason text,
		revision integer not null default 1 check (revision >= 1),
		created_at text not null,
		created_by text not null,
		unique (municipality_id, number)
	) strict`,
	`create table finding_evidence (
		id text primary key,
		finding_id text not null references finding (id) on delete cascade,
		kind text not null check (kind in ('function-pair', 'function', 'power', 'policy-area', 'unit', 'post', 'workload',
			'structure-check', 'rule', 'employee-group')),
		ref text not null,
		ref2 text,
		data text not null,
		sort integer not null
	) strict`,
	`create index finding_evidence_by_finding on finding_evidence (finding_id)`,
	`create table recommendation (
		id text primary key,
		finding_id text not null references finding (id) on delete cascade,
		number integer not null,
		body text not null,
		kind text not null check (kind in ('structural', 'normative', 'process', 'staffing', 'training', 'it')),
		impact integer not null check (impact between 1 and 5),
		effort integer not null check (effort between 1 and 5),
		legal_complexity integer not null check (legal_complexity between 1 and 3),
		expected_effect text not null,
		status text not null check (status in ('proposed', 'discussed', 'accepted', 'rejected', 'implemented')),
		status_reason text,
		revision integer not null default 1 check (revision >= 1),
		created_at text not null,
		created_by text not null,
		unique (finding_id, number)
	) strict`,
	`create table action (
		id text primary key,
		recommendation_id text not null references recommendation (id) on delete cascade,
		body text not null,
		responsible text not null,
		starts_on text,
		due_on text,
		progress integer not null default 0 check (progress between 0 and 100),
		proof text,
		revision integer not null default 1 check (revision >= 1),
		created_at text not null,
		created_by text not null
	) strict`,
	`create table overlap_verdict (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		function_a text not null,
		function_b text not null,
		text_hash_a text not null,
		text_hash_b text not null,
		verdict text not null check (verdict in ('duplication', 'control', 'coordination', 'territorial', 'not-overlap')),
		reason text not null,
		decided_by text not null,
		decided_at text not null,
		check (function_a < function_b)
	) strict`,
	`create index overlap_verdict_by_pair on overlap_verdict (municipality_id, function_a, function_b)`,
	`create table import_run (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		version_id text references structure_version (id) on delete set null,
		file_name text not null,
		file_hash text not null,
		kind text not null,
		rows_in integer not null,
		rows_accepted integer not null,
		rows_corrected integer not null,
		rows_skipped integer not null,
		undone_at text,
		created_at text not null,
		created_by text not null
	) strict`,
	`create table provenance (
		id text primary key,
		import_run_id text not null references import_run (id) on delete cascade,
		entity text not null,
		entity_id text not null,
		field text not null,
		file text not null,
		sheet text,
		cell text,
		unique (import_run_id, entity, entity_id, field)
	) strict`,
	`create index provenance_by_entity on provenance (entity, entity_id)`,
	`create table audit_entry (
		id text primary key,
		at text not null,
		actor_id text not null,
		actor_name text not null,
		municipality_id text references municipality (id) on delete set null,
		action text not null,
		entity text not null,
		entity_key text not null,
		version_id text,
		before text,
		after text
	) strict`,
	`create index audit_entry_by_entity on audit_entry (entity, entity_key, at)`,
	`create index audit_entry_by_municipality on audit_entry (municipality_id, at)`,
];

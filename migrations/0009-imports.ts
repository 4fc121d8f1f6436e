import { sql, type Kysely } from 'kysely';

/** Files on their way into a structure, what people decided about them, and what each import changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table import_batch (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		file_name text not null,
		file_hash text not null,
		file_size integer not null check (file_size >= 0),
		state text not null check (state in ('reading', 'refused', 'open', 'applied', 'undone')),
		refusal text,
		format text check (format in ('workbook', 'text')),
		notes text not null default '[]',
		layout text,
		mode text not null default 'merge' check (mode in ('merge', 'close', 'replace')),
		version_id text references structure_version (id) on delete set null,
		import_run_id text references import_run (id) on delete set null,
		revision integer not null default 1 check (revision >= 1),
		created_at text not null,
		created_by text not null
	) strict`,
	`create index import_batch_by_municipality on import_batch (municipality_id, created_at)`,
	`create table import_file (
		import_batch_id text primary key references import_batch (id) on delete cascade,
		content blob not null
	) strict`,
	`create table import_sheet (
		import_batch_id text not null references import_batch (id) on delete cascade,
		position integer not null,
		content text not null,
		choices text not null,
		primary key (import_batch_id, position)
	) strict`,
	`create table import_map (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		kind text not null,
		signature text not null,
		columns text not null,
		updated_at text not null,
		unique (municipality_id, kind, signature)
	) strict`,
	`create table import_change (
		import_run_id text not null references import_run (id) on delete cascade,
		position integer not null,
		entity text not null check (entity in ('unit', 'post', 'function', 'participation', 'activity', 'employee',
			'requirement')),
		entity_key text not null,
		before text,
		after text,
		primary key (import_run_id, position)
	) strict`,
	`create index import_change_by_entity on import_change (entity, entity_key)`,
	`create table import_row (
		import_run_id text not null references import_run (id) on delete cascade,
		position integer not null,
		sheet text not null,
		row_number integer not null,
		outcome text not null check (outcome in ('corrected', 'skipped')),
		reason text,
		detail text not null,
		primary key (import_run_id, position)
	) strict`,
];

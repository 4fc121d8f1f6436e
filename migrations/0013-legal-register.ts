import { sql, type Kysely } from 'kysely';

/**
 * Acts of a municipality beside the national ones, validity and earlier wordings of provisions, marks on functions
 * whose basis changed, and texts of organisational rules with what was decided about each function they state.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`alter table legal_act add column municipality_id text references municipality (id) on delete cascade`,
	`alter table legal_act add column valid_from text`,
	`alter table legal_act add column valid_to text`,
	`alter table legal_act add column revision integer not null default 1`,
	`alter table provision add column valid_from text`,
	`alter table provision add column valid_to text`,
	`alter table provision add column revision integer not null default 1`,
	`create table provision_wording (
		id text primary key,
		provision_id text not null references provision (id) on delete cascade,
		wording text not null,
		valid_from text,
		valid_to text,
		created_at text not null,
		created_by text not null
	) strict`,
	`create index provision_wording_by_provision on provision_wording (provision_id)`,
	`create table basis_mark (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		function_key text not null,
		provision_id text not null references provision (id) on delete cascade,
		change text not null check (change in ('changed', 'ended')),
		since text not null,
		made_at text not null,
		made_by text not null,
		settled_at text,
		settled_by text
	) strict`,
	`create index basis_mark_by_function on basis_mark (municipality_id, function_key)`,
	`create table regulation_text (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		title text not null,
		act_key text references legal_act (key) on delete restrict,
		file_name text,
		content text not null,
		notes text not null default '[]',
		state text not null default 'open' check (state in ('open', 'applied', 'undone')),
		version_id text references structure_version (id) on delete set null,
		import_run_id text references import_run (id) on delete set null,
		revision integer not null default 1 check (revision >= 1),
		created_at text not null,
		created_by text not null
	) strict`,
	`create index regulation_text_by_municipality on regulation_text (municipality_id, created_at)`,
	`create table regulation_decision (
		regulation_text_id text not null references regulation_text (id) on delete cascade,
		node integer not null,
		outcome text not null check (outcome in ('accepted', 'skipped')),
		wording text not null,
		unit_key text,
		kind text not null,
		policy_area text,
		revision integer not null default 1 check (revision >= 1),
		decided_at text not null,
		decided_by text not null,
		primary key (regulation_text_id, node)
	) strict`,
];

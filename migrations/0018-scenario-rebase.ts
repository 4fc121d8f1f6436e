import { sql, type Kysely } from 'kysely';

/** A scenario put on the version in force, its targets, and the part of it that a unit head works on. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table scenario_rebase (
		id text primary key,
		scenario_id text not null references scenario (id) on delete cascade,
		from_version_id text not null references structure_version (id) on delete restrict,
		to_version_id text not null references structure_version (id) on delete restrict,
		operations_before text not null,
		revision_after integer not null,
		made_at text not null,
		made_by text not null,
		undone_at text,
		undone_by text,
		check ((undone_at is null) = (undone_by is null)),
		check (from_version_id <> to_version_id)
	) strict`,
	`create index scenario_rebase_by_scenario on scenario_rebase (scenario_id, revision_after)`,
	`create table rebase_review (
		operation_id text primary key references operation (id) on delete cascade,
		rebase_id text not null references scenario_rebase (id) on delete cascade
	) strict`,
	`create table scenario_target (
		scenario_id text not null references scenario (id) on delete cascade,
		metric text not null check (metric in ('administration', 'cost', 'units', 'layers', 'span-least', 'span-most',
			'specialised-share', 'open-overlaps', 'failed-rules', 'unanswered-functions')),
		amount real not null check (amount >= 0),
		created_at text not null,
		created_by text not null,
		primary key (scenario_id, metric)
	) strict`,
	`create table scenario_delegation (
		id text primary key,
		scenario_id text not null references scenario (id) on delete cascade,
		unit_key text not null,
		delegate_id text not null references user (id) on delete restrict,
		task text not null,
		due_on text,
		state text not null default 'open' check (state in ('open', 'returned', 'closed', 'withdrawn')),
		revision integer not null default 1,
		created_at text not null,
		created_by text not null,
		returned_at text
	) strict`,
	`create index scenario_delegation_by_scenario on scenario_delegation (scenario_id, created_at)`,
	`create unique index scenario_delegation_open on scenario_delegation (scenario_id, unit_key)
		where state in ('open', 'returned')`,
	`create table delegated_operation (
		id text primary key,
		delegation_id text not null references scenario_delegation (id) on delete cascade,
		position integer not null check (position > 0),
		kind text not null,
		payload text not null,
		motive text not null,
		state text not null default 'proposed' check (state in ('proposed', 'accepted', 'refused')),
		answer text not null default '',
		operation_id text references operation (id) on delete set null,
		decided_at text,
		decided_by text,
		created_at text not null,
		created_by text not null,
		unique (delegation_id, position),
		check (state <> 'refused' or answer <> '')
	) strict`,
];

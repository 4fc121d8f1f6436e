import { sql, type Kysely } from 'kysely';

/** Scenarios with their operations, and the way of a proposal through the council. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table scenario (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		base_version_id text not null references structure_version (id) on delete restrict,
		name text not null,
		description text not null,
		status text not null check (status in ('draft', 'submitted', 'adopted', 'archived')),
		effective_on text not null,
		revision integer not null default 1 check (revision >= 1),
		created_at text not null,
		created_by text not null
	) strict`,
	`create table operation (
		id text primary key,
		scenario_id text not null references scenario (id) on delete cascade,
		position integer not null,
		kind text not null,
		payload text not null,
		motive text not null,
		effective_on text,
		created_at text not null,
		created_by text not null,
		unique (scenario_id, position)
	) strict`,
	`create table operation_finding (
		operation_id text not null references operation (id) on delete cascade,
		finding_id text not null references finding (id) on delete restrict,
		primary key (operation_id, finding_id)
	) strict`,
	`create table proposal (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		scenario_id text not null references scenario (id) on delete restrict,
		number integer not null,
		title text not null,
		mover text not null,
		legal_ground text not null,
		state text not null,
		session_on text,
		snapshot text not null,
		content_hash text not null,
		revision integer not null default 1 check (revision >= 1),
		created_at text not null,
		created_by text not null,
		unique (municipality_id, number)
	) strict`,
	`create table comment (
		id text primary key,
		proposal_id text not null references proposal (id) on delete cascade,
		operation_id text,
		parent_id text references comment (id) on delete cascade,
		body text not null,
		author_id text not null,
		author_name text not null,
		resolved_at text,
		resolved_by text,
		created_at text not null
	) strict`,
	`create table amendment (
		id text primary key,
		proposal_id text not null references proposal (id) on delete cascade,
		operation_id text,
		number integer not null,
		kind text not null,
		payload text not null,
		motive text not null,
		state text not null,
		author_id text not null,
		author_name text not null,
		created_at text not null,
		unique (proposal_id, number)
	) strict`,
	`create table councillor (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		name text not null,
		user_id text,
		valid_from text not null,
		valid_to text
	) strict`,
	`create table vote (
		id text primary key,
		proposal_id text not null references proposal (id) on delete cascade,
		amendment_id text references amendment (id) on delete cascade,
		councillor_id text not null references councillor (id) on delete restrict,
		choice text not null check (choice in ('for', 'against', 'abstain', 'absent')),
		recorded_by text not null,
		recorded_at text not null
	) strict`,
	`create unique index vote_once on vote (proposal_id, coalesce(amendment_id, ''), councillor_id)`,
	`create table decision (
		id text primary key,
		proposal_id text not null unique references proposal (id) on delete restrict,
		number text not null,
		decided_on text not null,
		outcome text not null check (outcome in ('adopted', 'adopted-amended', 'rejected', 'returned', 'withdrawn')),
		body text not null,
		tally text not null,
		resulting_version_id text references structure_version (id) on delete restrict,
		created_at text not null,
		created_by text not null
	) strict`,
	`create table review_event (
		id text primary key,
		proposal_id text not null references proposal (id) on delete cascade,
		from_state text not null,
		to_state text not null,
		action text not null,
		note text not null,
		actor_id text not null,
		actor_name text not null,
		at text not null
	) strict`,
];

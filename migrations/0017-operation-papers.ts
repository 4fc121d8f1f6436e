import { sql, type Kysely } from 'kysely';

/** Papers of operations that are ready, words of the phases of a scenario, and adoptions that were taken back. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table operation_paper (
		operation_id text not null references operation (id) on delete cascade,
		paper text not null,
		done_at text not null,
		done_by text not null,
		done_by_name text not null,
		primary key (operation_id, paper)
	) strict`,
	// The day is empty for what takes effect with the whole decision, whenever that is.
	`create table scenario_phase (
		scenario_id text not null references scenario (id) on delete cascade,
		starts_on text not null,
		title text not null check (title <> ''),
		narrative text not null,
		updated_at text not null,
		updated_by text not null,
		primary key (scenario_id, starts_on)
	) strict`,
	// The whole version is kept, so that it can be put in force again exactly as it was.
	`create table adoption_undo (
		id text primary key,
		decision_id text not null references decision (id) on delete restrict,
		base_version_id text not null references structure_version (id) on delete restrict,
		version text not null,
		content_hash text not null,
		reason text not null check (reason <> ''),
		undone_at text not null,
		undone_by text not null,
		undone_by_name text not null,
		restored_at text,
		restored_by text,
		check ((restored_at is null) = (restored_by is null))
	) strict`,
	`create index adoption_undo_by_decision on adoption_undo (decision_id, undone_at)`,
];

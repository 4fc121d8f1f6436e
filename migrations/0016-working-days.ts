import { sql, type Kysely } from 'kysely';

/** The photo of a working day: one day of one post, and its rows by the clock. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table work_day_entry (
		id text primary key,
		version_id text not null references structure_version (id) on delete cascade,
		post_key text not null,
		day text not null,
		starts integer not null check (starts >= 0),
		ends integer not null check (ends > starts and ends <= 1440),
		activity text not null,
		function_key text,
		kind text not null check (kind in ('productive', 'preparatory', 'rest', 'idle')),
		planned integer not null check (planned in (0, 1)),
		interruption integer not null check (interruption in (0, 1)),
		created_at text not null,
		created_by text not null
	) strict`,
	`create index work_day_entry_by_post on work_day_entry (version_id, post_key, day, starts)`,
];

import { sql, type Kysely } from 'kysely';

/** Municipalities and their settlements are edited by people: each row knows how often it was changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	'alter table municipality add column revision integer not null default 1 check (revision >= 1)',
	'alter table settlement add column revision integer not null default 1 check (revision >= 1)',
];

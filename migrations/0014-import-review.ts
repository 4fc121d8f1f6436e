import { sql, type Kysely } from 'kysely';

/**
 * The name of a remembered map of columns; whether an import made the version that it wrote to; which parts of a text of
 * organisational rules state functions, so that a list of texts need not read them again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql.raw(`alter table import_map add column name text`).execute(db);
	await sql
		.raw(
			`alter table import_run add column made_version integer not null default 0 check (made_version in (0, 1))`,
		)
		.execute(db);
	await sql.raw(`alter table regulation_text add column stated text`).execute(db);
}

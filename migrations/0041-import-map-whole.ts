import { sql, type Kysely } from 'kysely';

/** A remembered map also keeps the values that stand for a whole sheet, by field. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql.raw(`alter table import_map add column whole text not null default '{}'`).execute(db);
}

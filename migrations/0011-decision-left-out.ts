import { sql, type Kysely } from 'kysely';

/** Operations that the council did not accept, by id, so that papers made later know which ones took effect. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql.raw(`alter table decision add column left_out text not null default '[]'`).execute(db);
}

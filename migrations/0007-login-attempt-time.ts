import { sql, type Kysely } from 'kysely';

/** When a name or an address was last tried, so that old failures are forgotten. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql.raw('alter table login_attempt add column last_at text').execute(db);
}

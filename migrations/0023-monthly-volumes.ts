import { sql, type Kysely } from 'kysely';

/** Cases of an activity in each month, as twelve numbers in JSON; null where they were counted by the year only. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql
		.raw(
			`alter table activity add column months text
				check (months is null or (json_valid(months) and json_array_length(months) = 12))`,
		)
		.execute(db);
}

import { sql, type Kysely } from 'kysely';

/**
 * What a survey may show of a unit to whoever may not see its people is decided once, when it is applied: each share belongs
 * to a cell that is shown whole or not at all, and whose answers were shown is kept. Results applied before have no cell.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	'alter table allocation add column occupied real check (occupied >= 0)',
	'alter table allocation add column cell text',
	'alter table allocation add column cell_size integer check (cell_size > 0)',
	`create table survey_release (
		id text not null,
		campaign_id text not null references survey_campaign(id) on delete cascade,
		unit_key text not null,
		person text not null,
		weight real not null check (weight >= 0),
		made_at text not null,
		primary key (id, person)
	) strict`,
	'create index survey_release_campaign on survey_release(campaign_id)',
];

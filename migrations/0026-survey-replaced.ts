import { sql, type Kysely } from 'kysely';

/**
 * What a respondent had begun to answer by the personal link before a questionnaire took its place: kept in words, so
 * that it can be read beside the questionnaire after its own items are gone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table survey_replaced_answer (
		id text primary key,
		respondent_id text not null references survey_respondent (id) on delete cascade,
		text_bg text not null,
		text_en text,
		kind text not null default 'item' check (kind in ('item', 'validated', 'group', 'obstacles', 'systems')),
		share real check (share >= 0 and share <= 1),
		sort integer not null,
		replaced_at text not null
	) strict`,
	`create index survey_replaced_by_respondent on survey_replaced_answer (respondent_id, replaced_at, sort)`,
];

import { sql, type Kysely } from 'kysely';

/**
 * Needs are edited by people, so they carry a revision, and who decided the state: the plans or a person. A group of
 * a plan is a number; its words are made where it is shown, unless a person gave it a name.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`alter table training_need add column revision integer not null default 1 check (revision >= 1)`,
	`alter table training_need add column is_by_hand integer not null default 0 check (is_by_hand in (0, 1))`,
	`update training_need set is_by_hand = 1 where state = 'dismissed'`,
	`alter table plan_item add column group_number integer check (group_number >= 1)`,
];

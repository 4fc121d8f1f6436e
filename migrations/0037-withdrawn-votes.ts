import { sql, type Kysely } from 'kysely';

/** A vote recorded by mistake is withdrawn with a reason; an opinion is corrected or taken out with its trace. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	'alter table ballot add column withdrawn_at text',
	'alter table ballot add column withdrawn_by text',
	'alter table ballot add column withdrawn_name text',
	'alter table ballot add column withdrawn_reason text',
	'alter table opinion add column changed_at text',
	'alter table opinion add column changed_name text',
	'alter table opinion add column removed_at text',
	'alter table opinion add column removed_by text',
	'alter table opinion add column removed_name text',
	'alter table opinion add column removed_reason text',
];

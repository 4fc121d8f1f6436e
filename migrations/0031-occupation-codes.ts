import { sql, type Kysely } from 'kysely';

/** A line of the staffing table may carry the code of its job title in НКПД-2011: eight digits. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`alter table post add column occupation_code text check (occupation_code is null or (length(occupation_code) = 8
		and occupation_code not glob '*[^0-9]*'))`,
];

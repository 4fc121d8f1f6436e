import { sql, type Kysely } from 'kysely';

/** Causes that a course serves whatever its competency. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table course_cause (
		course_key text not null references course (key) on delete cascade,
		cause text not null check (cause in ('new-head', 'new-employee', 'rule-changed')),
		primary key (course_key, cause)
	) strict`,
];

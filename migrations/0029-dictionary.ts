import { sql, type Kysely } from 'kysely';

/** Causes that a course serves whatever its competency, and technology cards with the functions they touch. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table course_cause (
		course_key text not null references course (key) on delete cascade,
		cause text not null check (cause in ('new-head', 'new-employee', 'rule-changed')),
		primary key (course_key, cause)
	) strict`,
	`create table technology_card (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		service_name text not null check (service_name <> ''),
		folded text not null,
		revised_on text not null,
		summary text not null,
		revision integer not null default 1 check (revision >= 1),
		created_at text not null,
		created_by text not null,
		unique (municipality_id, folded)
	) strict`,
	`create table technology_card_function (
		card_id text not null references technology_card (id) on delete cascade,
		function_key text not null,
		primary key (card_id, function_key)
	) strict`,
];

import { sql, type Kysely } from 'kysely';

/**
 * What turns a plan into training held: hours, place and places of a session, the order of enrolment, presence by
 * day, what participants say by link, the four levels of evaluation, and the targets of a project.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`alter table training_session add column starts_at integer not null default 540 check (starts_at between 0 and 1439)`,
	`alter table training_session add column ends_at integer not null default 1020 check (ends_at between 1 and 1440)`,
	`alter table training_session add column is_online integer not null default 0 check (is_online in (0, 1))`,
	`alter table training_session add column places integer not null default 20 check (places > 0)`,
	`alter table training_session add column group_name text not null default ''`,
	`alter table training_session add column status text not null default 'planned' check (status in ('planned', 'held', 'cancelled'))`,
	`alter table training_session add column revision integer not null default 1 check (revision >= 1)`,
	`create index training_session_by_item on training_session (plan_item_id, starts_on)`,
	`alter table attendance add column place_in_line integer not null default 0`,
	`create index attendance_by_employee on attendance (employee_id)`,
	`create table attendance_day (
		training_session_id text not null,
		employee_id text not null,
		day text not null,
		is_present integer not null check (is_present in (0, 1)),
		primary key (training_session_id, employee_id, day),
		foreign key (training_session_id, employee_id)
			references attendance (training_session_id, employee_id) on delete cascade
	) strict`,
	`create table session_response (
		id text primary key,
		training_session_id text not null references training_session (id) on delete cascade,
		content integer not null check (content between 1 and 5),
		trainer integer not null check (trainer between 1 and 5),
		organisation integer not null check (organisation between 1 and 5),
		usefulness integer not null check (usefulness between 1 and 5),
		comment text not null default ''
	) strict, without rowid`,
	`create index session_response_by_session on session_response (training_session_id)`,
	`create table evaluation_link (
		id text primary key,
		training_session_id text not null references training_session (id) on delete cascade,
		employee_id text not null references employee (id) on delete cascade,
		token_hash text not null unique,
		ends_on text not null,
		is_used integer not null default 0 check (is_used in (0, 1)),
		unique (training_session_id, employee_id)
	) strict`,
	`alter table evaluation add column indicator text not null default ''`,
	`alter table evaluation add column function_key text`,
	`alter table evaluation add column is_lower_better integer not null default 0 check (is_lower_better in (0, 1))`,
	`alter table evaluation add column recorded_by text`,
	`create unique index evaluation_of_person on evaluation (training_session_id, level, employee_id) where employee_id is not null`,
	`create table training_project (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		name text not null,
		starts_on text not null,
		ends_on text not null check (ends_on >= starts_on),
		revision integer not null default 1 check (revision >= 1)
	) strict`,
	`create table training_project_target (
		project_id text not null references training_project (id) on delete cascade,
		indicator text not null,
		target integer not null check (target >= 0),
		primary key (project_id, indicator)
	) strict`,
	`alter table course add column revision integer not null default 1 check (revision >= 1)`,
];

import { sql, type Kysely } from 'kysely';

/**
 * Certificates and exemptions, wishes, the dictionary of competencies in versions of a municipality, requirements on job
 * titles, needs by further causes, and the day on which the data of a person were erased.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table certificate (
		id text primary key,
		employee_id text not null references employee (id) on delete cascade,
		subject text not null check (subject in ('competency', 'entry', 'head')),
		competency_key text references competency (key) on delete restrict,
		number text not null,
		issuer text not null,
		issued_on text not null,
		valid_until text check (valid_until is null or valid_until >= issued_on),
		revision integer not null default 1 check (revision >= 1),
		created_at text not null,
		created_by text not null,
		check ((subject = 'competency') = (competency_key is not null))
	) strict`,
	`create index certificate_by_employee on certificate (employee_id)`,
	`create table training_exemption (
		id text primary key,
		employee_id text not null references employee (id) on delete cascade,
		subject text not null check (subject in ('competency', 'entry', 'head')),
		competency_key text references competency (key) on delete restrict,
		reason text not null check (reason <> ''),
		starts_on text not null,
		ends_on text check (ends_on is null or ends_on > starts_on),
		revision integer not null default 1 check (revision >= 1),
		created_at text not null,
		created_by text not null,
		check ((subject = 'competency') = (competency_key is not null))
	) strict`,
	`create index training_exemption_by_employee on training_exemption (employee_id)`,
	`create table training_wish (
		id text primary key,
		employee_id text not null references employee (id) on delete cascade,
		competency_key text not null references competency (key) on delete restrict,
		level integer not null check (level between 1 and 5),
		wished_on text not null,
		source text not null,
		created_at text not null,
		created_by text not null,
		unique (employee_id, competency_key)
	) strict`,
	`alter table competency add column municipality_id text references municipality (id) on delete cascade`,
	`create table competency_version (
		competency_key text not null references competency (key) on delete cascade,
		municipality_id text not null references municipality (id) on delete cascade,
		number integer not null check (number >= 1),
		group_code text not null check (group_code in ('managerial', 'expert', 'technical', 'functional')),
		name_bg text not null,
		name_en text not null,
		description_bg text not null,
		description_en text,
		weight integer not null check (weight between 1 and 3),
		closed integer not null check (closed in (0, 1)),
		created_at text not null,
		created_by text not null,
		primary key (competency_key, municipality_id, number)
	) strict`,
	`create table competency_descriptor (
		competency_key text not null,
		municipality_id text not null,
		number integer not null,
		level integer not null check (level between 1 and 5),
		text_bg text not null,
		text_en text,
		primary key (competency_key, municipality_id, number, level),
		foreign key (competency_key, municipality_id, number)
			references competency_version (competency_key, municipality_id, number) on delete cascade
	) strict`,
	`create table requirement_next (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		kind text not null check (kind in ('function', 'post', 'job-title')),
		subject_key text not null,
		competency_key text not null references competency (key) on delete restrict,
		level integer not null check (level between 1 and 5),
		source text not null,
		revision integer not null default 1 check (revision >= 1),
		unique (municipality_id, kind, subject_key, competency_key)
	) strict`,
	`insert into requirement_next (id, municipality_id, kind, subject_key, competency_key, level, source)
		select id, municipality_id, kind, subject_key, competency_key, level, source from requirement`,
	`drop table requirement`,
	`alter table requirement_next rename to requirement`,
	`alter table training_need add column cause_ref text`,
	`alter table employee add column erased_on text`,
];

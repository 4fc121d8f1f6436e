import { sql, type Kysely } from 'kysely';

/** Administrative services with their variants and steps, complaints, and satisfaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table service (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		number text not null,
		name_bg text not null,
		name_en text,
		folded text not null,
		unit_key text,
		function_key text,
		document_validity text,
		appeal text,
		revision integer not null default 1 check (revision >= 1),
		unique (municipality_id, number)
	) strict`,
	`create table service_variant (
		id text primary key,
		service_id text not null references service (id) on delete cascade,
		kind text not null check (kind in ('ordinary', 'fast', 'express')),
		term integer check (term >= 0),
		term_unit text check (term_unit in ('hours', 'working-days', 'days', 'months')),
		fee_cents integer check (fee_cents >= 0),
		unique (service_id, kind)
	) strict`,
	`create table service_step (
		id text primary key,
		service_id text not null references service (id) on delete cascade,
		position integer not null,
		name_bg text not null,
		name_en text,
		unit_key text,
		post_key text,
		role text not null check (role in ('performs', 'participates', 'agrees', 'approves')),
		norm_minutes real check (norm_minutes >= 0),
		limit_hours real check (limit_hours >= 0),
		unique (service_id, position)
	) strict`,
	`create table complaint (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		number integer not null,
		kind text not null check (kind in ('signal', 'proposal', 'appeal', 'praise', 'enquiry')),
		channel text not null,
		received_on text not null,
		due_on text,
		answered_on text,
		service_id text references service (id) on delete set null,
		unit_key text,
		body text not null,
		decision text,
		unique (municipality_id, number)
	) strict`,
	`create table satisfaction_response (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		service_id text references service (id) on delete set null,
		channel text not null,
		score integer not null check (score between 1 and 5),
		note text,
		answered_at text not null
	) strict`,
];

import { sql, type Kysely } from 'kysely';

/** Questions to the mover with their answers, notes that a councillor keeps alone, and the day a decision states. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table proposal_question (
		id text primary key,
		proposal_id text not null references proposal (id) on delete cascade,
		number integer not null check (number >= 1),
		operation_id text,
		body text not null check (body <> ''),
		asked_on text not null,
		asked_at text not null,
		asked_by text not null,
		asked_name text not null,
		answer text not null default '',
		answered_on text,
		answered_by text,
		answered_name text,
		revision integer not null default 1 check (revision >= 1),
		unique (proposal_id, number),
		check ((answer = '') = (answered_on is null)),
		check ((answered_on is null) = (answered_by is null))
	) strict`,
	`create table private_note (
		proposal_id text not null references proposal (id) on delete cascade,
		user_id text not null references user (id) on delete cascade,
		operation_id text not null default '',
		body text not null check (body <> ''),
		updated_at text not null,
		primary key (proposal_id, user_id, operation_id)
	) strict`,
	'alter table decision add column effective_on text',
];

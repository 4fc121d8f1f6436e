import { sql, type Kysely } from 'kysely';

/**
 * Technology cards of a municipality: which service a card describes, who keeps it, whose work it touches, and every
 * change of it. Units, functions and posts stand by their keys, which outlive the versions of the structure.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table technology_card (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		number text not null,
		service text not null,
		unit_key text not null,
		in_force_from text not null,
		revision integer not null default 1 check (revision >= 1),
		created_at text not null,
		created_by text not null,
		unique (municipality_id, number)
	) strict`,
	`create table technology_card_subject (
		card_id text not null references technology_card (id) on delete cascade,
		kind text not null check (kind in ('function', 'post')),
		subject_key text not null,
		primary key (card_id, kind, subject_key)
	) strict`,
	`create table technology_card_change (
		id text primary key,
		card_id text not null references technology_card (id) on delete cascade,
		changed_on text not null,
		what text not null,
		recorded_at text not null,
		recorded_by text not null,
		unique (card_id, changed_on)
	) strict`,
];

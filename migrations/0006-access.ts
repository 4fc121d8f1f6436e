import { sql, type Kysely } from 'kysely';

/** People who sign in, what they may do and where, and their sessions. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table user (
		id text primary key,
		username text not null unique,
		name text not null,
		password_hash text not null,
		is_administrator integer not null default 0 check (is_administrator in (0, 1)),
		is_demo integer not null default 0 check (is_demo in (0, 1)),
		disabled_at text,
		created_at text not null
	) strict`,
	`create table membership (
		user_id text not null references user (id) on delete cascade,
		municipality_id text not null references municipality (id) on delete cascade,
		role text not null check (role in ('consultant', 'hr', 'unit-head', 'councillor', 'viewer')),
		unit_key text,
		primary key (user_id, municipality_id, role)
	) strict`,
	`create table session (
		id text primary key,
		user_id text not null references user (id) on delete cascade,
		expires_at text not null
	) strict`,
	`create index session_by_user on session (user_id)`,
	`create table login_attempt (
		key text primary key,
		failures integer not null check (failures >= 0),
		blocked_until text
	) strict`,
];

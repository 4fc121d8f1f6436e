import { sql, type Kysely } from 'kysely';

/** What citizens read of a decision: redacted when it was published, and frozen. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table publication (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		proposal_id text not null unique references proposal (id) on delete restrict,
		slug text not null,
		state text not null check (state in ('published', 'withdrawn')),
		content text not null,
		content_hash text not null,
		revision integer not null default 1 check (revision >= 1),
		published_at text not null,
		published_by text not null,
		updated_at text not null,
		withdrawn_at text,
		withdrawn_by text,
		unique (municipality_id, slug),
		check ((state = 'withdrawn') = (withdrawn_at is not null)),
		check ((withdrawn_at is null) = (withdrawn_by is null))
	) strict`,
	`create index publication_by_day on publication (municipality_id, state, published_at)`,
];

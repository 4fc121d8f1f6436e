import { sql, type Kysely } from 'kysely';

/** A decision that takes effect on several days makes a version for each; what a rebase dropped can come back whole. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table decision_version (
		version_id text primary key references structure_version (id) on delete restrict,
		decision_id text not null references decision (id) on delete cascade,
		starts_on text not null,
		unique (decision_id, starts_on)
	) strict`,
	`insert into decision_version (version_id, decision_id, starts_on)
		select structure_version.id, decision.id, structure_version.valid_from
		from decision join structure_version on structure_version.id = decision.resulting_version_id`,
	// JSON of the training needs and ticked papers of the operations that a rebase dropped.
	`alter table scenario_rebase add column dropped text`,
];

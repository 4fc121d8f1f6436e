import { sql, type Kysely } from 'kysely';

/**
 * Courses belong to the shared list or to one municipality, whose own course may take the place of a shared one; and an
 * import may bring the plan of a year with its lines. Courses known so far stay in the shared list.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`alter table course add column municipality_id text references municipality (id) on delete cascade`,
	`alter table course add column replaces_key text references course (key) on delete set null`,
	`create unique index course_replaced_once on course (municipality_id, replaces_key) where replaces_key is not null`,
	`create table import_change_next (
		import_run_id text not null references import_run (id) on delete cascade,
		position integer not null,
		entity text not null check (entity in ('unit', 'post', 'function', 'participation', 'activity', 'employee',
			'requirement', 'training-plan', 'plan-item')),
		entity_key text not null,
		before text,
		after text,
		primary key (import_run_id, position)
	) strict`,
	`insert into import_change_next (import_run_id, position, entity, entity_key, before, after)
		select import_run_id, position, entity, entity_key, before, after from import_change`,
	`drop table import_change`,
	`alter table import_change_next rename to import_change`,
	`create index import_change_by_entity on import_change (entity, entity_key)`,
];

import { sql, type Kysely } from 'kysely';

/**
 * An import keeps what its version was said to rest on before, so that taking it back puts exactly that back. Of the
 * imports that stand, the first of each file into a version that was begun by hand is the one that changed it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`alter table import_run add column source_before text`,
	`update import_run set source_before = 'въведено при създаването на общината'
		where undone_at is null and made_version = 0
		and exists (
			select 1 from structure_version
			where structure_version.id = import_run.version_id and structure_version.source = import_run.file_name)
		and not exists (
			select 1 from import_run as earlier
			where earlier.version_id = import_run.version_id and earlier.file_name = import_run.file_name
			and earlier.undone_at is null and earlier.created_at < import_run.created_at)`,
];

import { sql, type Kysely } from 'kysely';

/**
 * Which edits of a version were saved together and in which order (the revision that the version had after them), which
 * earlier step an edit took back or put back, and the folded texts of an entry for the search in the history.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql.raw(`alter table audit_entry add column version_revision integer`).execute(db);
	await sql.raw(`alter table audit_entry add column reverses integer`).execute(db);
	await sql.raw(`alter table audit_entry add column folded text`).execute(db);
	await sql
		.raw(`create index audit_entry_by_version on audit_entry (version_id, version_revision)`)
		.execute(db);
}

import BetterSqlite from 'better-sqlite3';

/** What is wrong with a database file; empty when it is whole and its references hold. */
export function checkDatabaseFile(file: string): readonly string[] {
	try {
		const database = new BetterSqlite(file, { readonly: true, fileMustExist: true });
		try {
			const integrity = database.pragma('integrity_check') as readonly { integrity_check: string }[];
			const broken = database.pragma('foreign_key_check') as readonly unknown[];
			const problems = integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok');
			const known = database.prepare("select 1 from sqlite_schema where name = 'kysely_migration'").get();
			if (!known) problems.push('not a database of Ustroy');
			return broken.length > 0 ? [...problems, `${broken.length} broken references`] : problems;
		} finally {
			database.close();
		}
	} catch (error) {
		return [error instanceof Error ? error.message : String(error)];
	}
}

/** Folds the write-ahead log of a copy into it and leaves that mode, so that the copy is one file. */
export function makeSingleFile(file: string): void {
	const database = new BetterSqlite(file, { fileMustExist: true });
	try {
		database.pragma('journal_mode = DELETE');
	} finally {
		database.close();
	}
}

/** Migrations recorded in a database file that this program does not know. */
export function unknownMigrations(file: string, known: readonly string[]): readonly string[] {
	const database = new BetterSqlite(file, { readonly: true, fileMustExist: true });
	try {
		const names = database.prepare('select name from kysely_migration order by name').pluck().all();
		return names.map(String).filter((name) => !known.includes(name));
	} finally {
		database.close();
	}
}

/** True when another process holds the database open. A file that is no database, or is damaged, is in nobody's use. */
export function isDatabaseInUse(file: string): boolean {
	const database = new BetterSqlite(file, { timeout: 0 });
	try {
		database.pragma('locking_mode = EXCLUSIVE');
		database.exec('begin exclusive; rollback');
		// The last connection of a file in WAL mode may leave that mode; it fails while another is open.
		return database.pragma('journal_mode = DELETE', { simple: true }) !== 'delete';
	} catch (error) {
		if (!(error instanceof BetterSqlite.SqliteError)) throw error;
		if (error.code.startsWith('SQLITE_BUSY')) return true;
		if (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT')) return false;
		throw error;
	} finally {
		database.close();
	}
}

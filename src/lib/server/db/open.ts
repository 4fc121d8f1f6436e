import BetterSqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { CachingSqliteDialect } from './dialect.ts';
import type { Database } from './schema/index.ts';
import type { Db } from './types.ts';

export interface OpenDatabase {
	readonly db: Db;
	/** The driver underneath: for backups and pragmas, never for queries of a service. */
	readonly raw: BetterSqlite.Database;
	close(): Promise<void>;
}

export interface OpenOptions {
	/** File of the database, or `:memory:`. */
	readonly file: string;
	readonly readonly?: boolean;
	/** A serialised database to start from, in memory. */
	readonly content?: Buffer;
}

/** Opens the database with durable writes (WAL, FULL), foreign keys and a busy timeout of five seconds. */
export function openDatabase({ file, readonly = false, content }: OpenOptions): OpenDatabase {
	const raw = new BetterSqlite(content ?? file, { readonly, timeout: 5000 });
	raw.pragma('foreign_keys = ON');
	if (!readonly && file !== ':memory:') {
		raw.pragma('journal_mode = WAL');
		raw.pragma('synchronous = FULL');
	}
	const db = new Kysely<Database>({ dialect: new CachingSqliteDialect(raw) });
	return { db, raw, close: () => db.destroy() };
}

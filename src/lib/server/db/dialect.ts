import type SqliteDatabase from 'better-sqlite3';
import { CompiledQuery, SqliteDialect, SqliteDriver, type DatabaseConnection, type Driver } from 'kysely';

/**
 * SQLite through Kysely with two changes: statements are prepared once per text, which halves a
 * point query, and transactions begin IMMEDIATE, so that a read followed by a write waits for
 * another writer instead of failing with SQLITE_BUSY_SNAPSHOT.
 */
export class CachingSqliteDialect extends SqliteDialect {
	readonly #database: SqliteDatabase.Database;

	constructor(database: SqliteDatabase.Database) {
		const caching = withStatementCache(database);
		super({ database: caching });
		this.#database = caching;
	}

	override createDriver(): Driver {
		return new ImmediateSqliteDriver(this.#database);
	}
}

class ImmediateSqliteDriver extends SqliteDriver {
	readonly #database: SqliteDatabase.Database;

	constructor(database: SqliteDatabase.Database) {
		super({ database });
		this.#database = database;
	}

	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}

	/** On a full disk SQLite has rolled back by itself; rolling back again would hide what happened. */
	override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		if (this.#database.inTransaction) await super.rollbackTransaction(connection);
	}
}

const MAX_STATEMENTS = 500;

/** The same database, its `prepare` memoised by SQL text; the oldest statement goes first. */
function withStatementCache(database: SqliteDatabase.Database): SqliteDatabase.Database {
	const cache = new Map<string, SqliteDatabase.Statement>();
	const prepare = (source: string) => {
		const known = cache.get(source);
		if (known && !known.busy) return known;
		const statement = database.prepare(source);
		if (cache.size >= MAX_STATEMENTS) cache.delete(cache.keys().next().value ?? '');
		cache.set(source, statement);
		return statement;
	};
	return new Proxy(database, {
		get(target, property) {
			if (property === 'prepare') return prepare;
			const value: unknown = Reflect.get(target, property, target);
			return typeof value === 'function' ? (value.bind(target) as unknown) : value;
		},
	});
}

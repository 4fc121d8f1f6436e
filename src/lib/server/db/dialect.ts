import type SqliteDatabase from 'better-sqlite3';
import {
	CompiledQuery,
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type Driver,
	type QueryResult,
} from 'kysely';

/**
 * SQLite through Kysely with two changes: statements are prepared once per text, which halves a
 * point query, and transactions begin IMMEDIATE, so that a read followed by a write waits for
 * another writer instead of failing with SQLITE_BUSY_SNAPSHOT.
 */
export class CachingSqliteDialect extends SqliteDialect {
	readonly #database: SqliteDatabase.Database;

	constructor(database: SqliteDatabase.Database) {
		super({ database });
		this.#database = database;
	}

	override createDriver(): Driver {
		return new ImmediateSqliteDriver(this.#database);
	}
}

class ImmediateSqliteDriver extends SqliteDriver {
	readonly #database: SqliteDatabase.Database;
	readonly #acquired: Promise<DatabaseConnection>;

	constructor(database: SqliteDatabase.Database) {
		super({ database });
		this.#database = database;
		this.#acquired = Promise.resolve(new CachingConnection(database));
	}

	/** There is one connection; who may use it when is decided above. */
	override acquireConnection(): Promise<DatabaseConnection> {
		return this.#acquired;
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

interface Prepared {
	readonly statement: SqliteDatabase.Statement;
	/** Whether the statement answers with rows. */
	readonly isReader: boolean;
}

/** Runs each statement to its end before it returns, so a prepared one is never busy when it is asked for again. */
class CachingConnection implements DatabaseConnection {
	readonly #database: SqliteDatabase.Database;
	readonly #prepared = new Map<string, Prepared>();

	constructor(database: SqliteDatabase.Database) {
		this.#database = database;
	}

	async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
		const { statement, isReader } = this.#prepared.get(sql) ?? this.#prepare(sql);
		if (isReader) return { rows: statement.all(parameters) as Row[] };
		const { changes, lastInsertRowid } = statement.run(parameters);
		return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] };
	}

	/** Row by row, with a statement of its own, because it stays open meanwhile. */
	async *streamQuery<Row>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
		for (const row of this.#database.prepare(sql).iterate(parameters)) yield { rows: [row as Row] };
	}

	/** The oldest statement goes first when there are too many. */
	#prepare(sql: string): Prepared {
		const statement = this.#database.prepare(sql);
		const prepared = { statement, isReader: statement.reader };
		if (this.#prepared.size >= MAX_STATEMENTS)
			this.#prepared.delete(this.#prepared.keys().next().value ?? '');
		this.#prepared.set(sql, prepared);
		return prepared;
	}
}

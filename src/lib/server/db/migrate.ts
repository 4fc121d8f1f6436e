import { Migrator, type Migration, type MigrationProvider } from 'kysely/migration';
import { migrations } from '#migrations/index.ts';
import type { Db } from './types.ts';

/** The database knows migrations that this program does not: it was written by a newer version. */
export class NewerDatabaseError extends Error {
	override readonly name = 'NewerDatabaseError';
	readonly unknownMigrations: readonly string[];

	constructor(unknownMigrations: readonly string[]) {
		super(`The database was written by a newer version (${unknownMigrations.join(', ')}).`);
		this.unknownMigrations = unknownMigrations;
	}
}

/**
 * Brings the schema up to date and returns the names of the migrations that ran now.
 * Each migration runs in one transaction: after a failure nothing of it is left.
 */
export async function migrate(
	db: Db,
	available: Readonly<Record<string, Migration>> = migrations,
): Promise<readonly string[]> {
	await refuseNewer(db, available);
	const migrator = new Migrator({ db, provider: transactional(available) });
	const { error, results } = await migrator.migrateToLatest();
	if (error !== undefined) throw error instanceof Error ? error : new Error(String(error));
	return (results ?? []).map((result) => result.migrationName);
}

/** Names of the migrations that still have to run. */
export async function pendingMigrations(db: Db): Promise<readonly string[]> {
	const applied = new Set(await appliedMigrations(db));
	return Object.keys(migrations).filter((name) => !applied.has(name));
}

async function refuseNewer(db: Db, available: Readonly<Record<string, Migration>>): Promise<void> {
	const unknown = (await appliedMigrations(db)).filter((name) => !(name in available));
	if (unknown.length > 0) throw new NewerDatabaseError(unknown);
}

async function appliedMigrations(db: Db): Promise<readonly string[]> {
	const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
	if (!tables.some((table) => table.name === 'kysely_migration')) return [];
	const rows = await db
		.withTables<{ kysely_migration: { name: string } }>()
		.selectFrom('kysely_migration')
		.select('name')
		.orderBy('name')
		.execute();
	return rows.map((row) => row.name);
}

/**
 * On SQLite the library runs migrations outside a transaction; each is wrapped here. The handle
 * given to `up` holds the only connection, so the transaction must begin on it.
 */
function transactional(available: Readonly<Record<string, Migration>>): MigrationProvider {
	const wrapped = Object.entries(available).map(([name, migration]): [string, Migration] => [
		name,
		{ up: (connection) => connection.transaction().execute((tx) => migration.up(tx)) },
	]);
	return { getMigrations: () => Promise.resolve(Object.fromEntries(wrapped)) };
}

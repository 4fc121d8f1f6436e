import { migrate, NewerDatabaseError, openDatabase } from '#lib/server/db/index.ts';
import { prepareFolders, readConfig } from '#lib/server/config.ts';
import { m } from '#lib/paraglide/messages.js';
import { EXIT, type CommandIo } from '../io.ts';

/** `migrate`: brings the schema of the database up to date; each migration whole or not at all. */
export async function migrateCommand(_args: readonly string[], io: CommandIo): Promise<number> {
	const config = readConfig(process.env);
	prepareFolders(config);
	const database = openDatabase({ file: config.databaseFile });
	try {
		const applied = await migrate(database.db);
		for (const name of applied) io.out(m.terminal_migrated({ name }));
		if (applied.length === 0) io.out(m.terminal_migrated_nothing());
		return EXIT.done;
	} catch (error) {
		if (!(error instanceof NewerDatabaseError)) throw error;
		io.err(m.terminal_database_newer({ file: config.databaseFile }));
		return EXIT.failed;
	} finally {
		await database.close();
	}
}

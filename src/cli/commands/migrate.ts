import { migrate, openDatabase } from '#lib/server/db/index.ts';
import { prepareFolders, readConfig } from '#lib/server/config.ts';
import { m } from '#lib/paraglide/messages.js';
import { CommandRefusal, EXIT, type CommandIo } from '../io.ts';
import { extraWords } from '../refusals.ts';

/** `migrate`: brings the schema of the database up to date; each migration whole or not at all. */
export async function migrateCommand(args: readonly string[], io: CommandIo): Promise<number> {
	const extra = extraWords(args);
	if (extra !== undefined) throw new CommandRefusal(extra);
	const config = readConfig(process.env);
	prepareFolders(config);
	const database = openDatabase({ file: config.databaseFile });
	try {
		const applied = await migrate(database.db);
		for (const name of applied) io.out(m.terminal_migrated({ name }));
		if (applied.length === 0) io.out(m.terminal_migrated_nothing());
		return EXIT.done;
	} finally {
		await database.close();
	}
}

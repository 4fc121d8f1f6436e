import { existsSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { prepareFolders, readConfig } from '#lib/server/config.ts';
import { checkDatabaseFile, isDatabaseInUse } from '#lib/server/db/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { CommandRefusal, EXIT, type CommandIo } from '../io.ts';

/**
 * `restore --in file.db`: puts a checked copy in the place of the database. What stood there before is kept
 * beside it with the ending `.before-restore`. The server has to be stopped.
 */
export async function restoreCommand(args: readonly string[], io: CommandIo): Promise<number> {
	const input = readIn(args);
	const config = readConfig(process.env);
	prepareFolders(config);
	const target = config.databaseFile;
	if (!existsSync(input)) throw new CommandRefusal(m.terminal_file_missing({ file: input }));
	const problems = checkDatabaseFile(input);
	if (problems.length > 0)
		throw new CommandRefusal(m.terminal_copy_damaged({ file: input, reason: problems.join('; ') }));
	if (existsSync(target) && isDatabaseInUse(target))
		throw new CommandRefusal(m.terminal_database_in_use({ file: target }));
	const draft = `${target}.part`;
	await copyFile(input, draft);
	if (existsSync(target)) await rename(target, `${target}.before-restore`);
	for (const ending of ['-wal', '-shm']) await rm(`${target}${ending}`, { force: true });
	await rename(draft, target);
	io.out(m.terminal_restored({ file: target }));
	return EXIT.done;
}

function readIn(args: readonly string[]): string {
	try {
		const { values } = parseArgs({ args: [...args], options: { in: { type: 'string' } }, strict: true });
		if (values.in) return values.in;
	} catch (error) {
		throw new CommandRefusal(error instanceof Error ? error.message : '', { cause: error });
	}
	throw new CommandRefusal(m.terminal_option_missing({ option: '--in' }));
}

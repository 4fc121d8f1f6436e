import { existsSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { migrations } from '#migrations/index.ts';
import { prepareFolders, readConfig } from '#lib/server/config.ts';
import {
	checkDatabaseFile,
	isDatabaseInUse,
	makeSingleFile,
	unknownMigrations,
} from '#lib/server/db/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { CommandRefusal, EXIT, type CommandIo } from '../io.ts';
import { makeWhole } from '../whole-file.ts';

/**
 * `restore --in file.db`: puts a checked copy in the place of the database. What stood there before is kept
 * beside it with the ending `.before-restore`, and a number where one is kept there already. The server has to be stopped.
 */
export async function restoreCommand(args: readonly string[], io: CommandIo): Promise<number> {
	const input = readIn(args);
	const config = readConfig(process.env);
	prepareFolders(config);
	const target = config.databaseFile;
	if (!existsSync(input)) throw new CommandRefusal(m.terminal_file_missing({ file: input }));
	if (existsSync(target) && isDatabaseInUse(target))
		throw new CommandRefusal(m.terminal_database_in_use({ file: target }));
	let former: string | undefined;
	await makeWhole(target, async (draft) => {
		await copyChecked(input, draft);
		if (existsSync(target)) former = await keepBeside(target);
	});
	io.out(m.terminal_restored({ file: target }));
	if (former !== undefined) io.out(m.terminal_former_kept({ file: former }));
	return EXIT.done;
}

/**
 * What stands there is copied, not moved: should the machine stop here, the installation still has its database. The look
 * for other users has folded its log into it; what is left of one beside a damaged file must not be read into the new one.
 */
async function keepBeside(target: string): Promise<string> {
	const former = freeName(`${target}.before-restore`);
	await makeWhole(former, (draft) => copyFile(target, draft));
	for (const ending of ['-wal', '-shm']) await rm(`${target}${ending}`, { force: true });
	return former;
}

/** What an earlier restoring kept is nobody's to overwrite. */
function freeName(name: string): string {
	for (let at = 1; ; at++) {
		const free = at === 1 ? name : `${name}-${at}`;
		if (!existsSync(free)) return free;
	}
}

/** The checks touch the draft only: opening a database may leave files beside it. */
async function copyChecked(input: string, draft: string): Promise<void> {
	const damaged = (reason: string) => new CommandRefusal(m.terminal_copy_damaged({ file: input, reason }));
	try {
		await copyFile(input, draft);
		makeSingleFile(draft);
	} catch (error) {
		throw damaged(error instanceof Error ? error.message : String(error));
	}
	const problems = checkDatabaseFile(draft);
	if (problems.length > 0) throw damaged(problems.join('; '));
	if (unknownMigrations(draft, Object.keys(migrations)).length > 0)
		throw new CommandRefusal(m.terminal_copy_newer({ file: input }));
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

import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDatabaseFile, makeSingleFile } from '#lib/server/db/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { withContext } from '../context.ts';
import { CommandRefusal, EXIT, type CommandIo } from '../io.ts';
import { makeWhole } from '../whole-file.ts';

/**
 * `backup --out file.db`: a copy of the database while the server goes on working. The copy is checked
 * before it takes its name; an existing file is not written over.
 */
export function backupCommand(args: readonly string[], io: CommandIo): Promise<number> {
	const out = readOut(args);
	if (existsSync(out)) throw new CommandRefusal(m.terminal_file_exists({ file: out }));
	if (!existsSync(dirname(out))) throw new CommandRefusal(m.terminal_no_folder({ folder: dirname(out) }));
	return withContext(async ({ database }) => {
		try {
			await makeWhole(out, async (draft) => {
				await database.raw.backup(draft);
				makeSingleFile(draft);
				const problems = checkDatabaseFile(draft);
				if (problems.length > 0) throw new Error(problems.join('; '));
			});
		} catch (error) {
			io.err(m.terminal_backup_failed({ file: out, reason: error instanceof Error ? error.message : '' }));
			return EXIT.failed;
		}
		io.out(m.terminal_backed_up({ file: out }));
		return EXIT.done;
	});
}

function readOut(args: readonly string[]): string {
	try {
		const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } }, strict: true });
		if (values.out) return values.out;
	} catch (error) {
		throw new CommandRefusal(error instanceof Error ? error.message : '', { cause: error });
	}
	throw new CommandRefusal(m.terminal_option_missing({ option: '--out' }));
}

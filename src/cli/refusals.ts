import { ConfigError, readConfig } from '#lib/server/config.ts';
import { isNotADatabase, isStorageFailure, NewerDatabaseError } from '#lib/server/db/index.ts';
import { m } from '#lib/paraglide/messages.js';

/** One sentence for what any command may meet in its surroundings; undefined for a real fault. */
export function explainFailure(error: unknown): string | undefined {
	if (error instanceof ConfigError) return error.message;
	const file = databaseFile();
	if (error instanceof NewerDatabaseError) return m.terminal_database_newer({ file });
	if (isNotADatabase(error)) return m.terminal_not_a_database({ file });
	if (isStorageFailure(error)) return m.terminal_database_unwritable({ file });
	const path = unusablePath(error);
	return path === undefined ? undefined : m.terminal_path_unusable({ path });
}

const UNUSABLE = new Set(['EEXIST', 'ENOTDIR', 'ENOENT', 'EISDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC']);

function unusablePath(error: unknown): string | undefined {
	if (!(error instanceof Error && 'code' in error && 'path' in error)) return undefined;
	return UNUSABLE.has(String(error.code)) ? String(error.path) : undefined;
}

function databaseFile(): string {
	return readConfig(process.env).databaseFile;
}

/** The words after a command that takes none. */
export function extraWords(args: readonly string[]): string | undefined {
	return args.length === 0 ? undefined : m.terminal_takes_no_words({ words: args.join(' ') });
}

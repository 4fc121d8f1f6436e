import BetterSqlite from 'better-sqlite3';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { anInstallation } from './installation.ts';
import { runTerminal, type CommandAnswer } from './terminal.ts';

/** A fresh folder for every test of a command. Importing this file sets it up. */
export let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'terminal-'));
});
afterEach(() => rm(folder, { recursive: true }));

export const inFolder = (name: string) => join(folder, name);

export function ustroy(
	command: string,
	options: { file?: string; input?: string } = {},
): Promise<CommandAnswer> {
	const env = { DATA_DIR: folder, DATABASE_URL: options.file ?? inFolder('ustroy.db') };
	return runTerminal(command.split(' '), { env, input: options.input ?? '' });
}

export function ask<T = unknown>(sql: string, file = inFolder('ustroy.db')): T {
	const database = new BetterSqlite(file);
	try {
		return database.prepare(sql).pluck().get() as T;
	} finally {
		database.close();
	}
}

export function change(sql: string, file = inFolder('ustroy.db')): void {
	const database = new BetterSqlite(file);
	database.exec(sql);
	database.close();
}

/** A database with the demo data, made without a command. */
export async function seeded(): Promise<void> {
	const at = await anInstallation();
	writeFileSync(inFolder('ustroy.db'), at.database.raw.serialize());
	await at.close();
}

/** A failure that was foreseen: one sentence, no stack. */
export const isOneSentence = ({ err }: CommandAnswer) =>
	err.trim().split('\n').length === 1 && !err.includes('    at ');

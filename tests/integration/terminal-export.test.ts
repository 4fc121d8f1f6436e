import { existsSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aScenario } from '#tests/support/elena-scenario.ts';
import { anInstallation } from '#tests/support/installation.ts';
import { runTerminal, type CommandAnswer } from '#tests/support/terminal.ts';
import { readBack } from '#tests/support/workbook.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'terminal-'));
});
afterEach(() => rm(folder, { recursive: true }));

const inFolder = (name: string) => join(folder, name);
const ustroy = (command: string) =>
	runTerminal(command.split(' '), { env: { DATA_DIR: folder, DATABASE_URL: inFolder('ustroy.db') } });

/** A failure that was foreseen: one sentence, no stack. */
const isOneSentence = ({ err }: CommandAnswer) =>
	err.trim().split('\n').length === 1 && !err.includes('    at ');

describe('the command export', () => {
	it('writes the proposal of a scenario as a workbook', async () => {
		const at = await anInstallation();
		const id = await aScenario(await at.as('konsultant'));
		writeFileSync(inFolder('ustroy.db'), at.database.raw.serialize());
		await at.close();
		const file = inFolder('proposal.xlsx');
		const options = `--municipality elena --scenario ${id} --out ${file}`;
		const answer = await ustroy(`export proposal ${options}`);
		expect([answer.code, answer.err]).toEqual([0, '']);
		const workbook = await readBack(file);
		expect(workbook.worksheets.length).toBeGreaterThan(5);
		const nowhere = await ustroy(`export proposal ${options.replace(file, inFolder('no/x.xlsx'))}`);
		expect([nowhere.code, isOneSentence(nowhere)]).toEqual([1, true]);
	});

	it.each([
		'export',
		'export salaries --municipality elena --out x.xlsx',
		'export training --municipality elena --out x.xlsx',
		'export training --municipality elena --plan 2026',
		'export training --municipality elena --plan 1,5 --out x.xlsx',
		'export training --municipality elena --plan 2026 --out x.xlsx',
		'export training --municipality nyama --plan 2026 --out x.xlsx',
		'export proposal --municipality elena --proposal 77 --out x.xlsx',
		'export proposal --municipality elena --scenario nyama --out x.xlsx --lang de',
	])('refuses what names nothing, and writes no file: %s', async (command) => {
		const at = await anInstallation();
		writeFileSync(inFolder('ustroy.db'), at.database.raw.serialize());
		await at.close();
		const answer = await ustroy(command.replace('x.xlsx', inFolder('x.xlsx')));
		expect(answer.code).toBe(2);
		expect(answer.err).not.toContain('    at ');
		expect(existsSync(inFolder('x.xlsx'))).toBe(false);
	});
});

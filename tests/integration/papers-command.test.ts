import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportPaper } from '#lib/server/services/export-papers.ts';
import { exportProposal } from '#lib/server/services/export-proposal.ts';
import { at, consultant, inReview } from '#tests/support/council-world.ts';
import { done, SLUG } from '#tests/support/elena-scenario.ts';
import { runTerminal } from '#tests/support/terminal.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'papers-'));
});
afterEach(() => rm(folder, { recursive: true }));

const inFolder = (name: string) => join(folder, name);
const ustroy = (...args: readonly string[]) =>
	runTerminal(['papers', ...args], { env: { DATA_DIR: folder, DATABASE_URL: inFolder('ustroy.db') } });

async function papers() {
	const number = await inReview();
	const address = { slug: SLUG, number };
	const draft = await done(exportPaper(consultant, address, 'draft', 'bg'));
	const workbook = await done(exportProposal(consultant, SLUG, { kind: 'proposal', number }, 'bg'));
	writeFileSync(inFolder('draft.docx'), draft.bytes);
	writeFileSync(inFolder('book.xlsx'), workbook.bytes);
	writeFileSync(inFolder('ustroy.db'), at.database.raw.serialize());
	return ['check', '--municipality', SLUG, '--proposal', String(number)];
}

describe('the command papers check', { timeout: 90_000 }, () => {
	it('answers 0 for papers as they were made, and 1 with the place of one tampered cell', async () => {
		const check = await papers();
		const whole = await ustroy(...check, inFolder('draft.docx'), inFolder('book.xlsx'));
		expect([whole.code, whole.err, whole.out.trim().split('\n').length]).toEqual([0, '', 2]);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.readFile(inFolder('book.xlsx'));
		const cell = workbook.getWorksheet('Щат след')!.getCell('I7');
		const before = Number(cell.value);
		expect(before).toBeGreaterThan(0);
		cell.value = before + 1;
		await workbook.xlsx.writeFile(inFolder('book.xlsx'));
		const tampered = await ustroy(...check, inFolder('book.xlsx'));
		expect(tampered.code).toBe(1);
		expect(tampered.out).toContain('лист „Щат след“, клетка I7');
		const json = await ustroy(...check, '--json', inFolder('book.xlsx'));
		expect(JSON.parse(json.out)).toMatchObject([
			{ differences: [{ kind: 'number', expected: String(before), found: String(before + 1) }] },
		]);
	});

	it('answers 2 to what is no paper, no proposal or no option, in one sentence', async () => {
		const check = await papers();
		writeFileSync(inFolder('x.docx'), 'не е документ');
		for (const args of [
			[...check, inFolder('x.docx')],
			[...check, inFolder('nyama.docx')],
			['check', '--municipality', SLUG, '--proposal', '900', inFolder('draft.docx')],
			['forge'],
		]) {
			const answer = await ustroy(...args);
			expect([args, answer.code]).toEqual([args, 2]);
			expect(answer.err.trim().split('\n')).toHaveLength(1);
		}
	});
});

import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countLines } from '#exports/shared/height.ts';
import { text, whole } from '#exports/shared/cells.ts';
import type { WorkbookSpec } from '#exports/shared/sheet.ts';
import { STREAM_ABOVE } from '#exports/shared/write.ts';
import { makeWorkbookFile } from '#lib/server/services/export-file.ts';
import { readBack } from '#tests/support/workbook.ts';

const ROWS = STREAM_ABOVE + 200;

const spec: WorkbookSpec = {
	title: 'Голяма таблица',
	createdAt: '2026-11-21T09:00:00.000Z',
	print: { left: '', right: '', page: '' },
	cover: {
		name: 'За файла',
		title: 'За файла',
		facts: [],
		sheetsHeading: 'Листове',
		legendHeading: '',
		legend: [],
		caveatsHeading: 'Уговорки',
		caveats: [],
	},
	sheets: [
		{
			name: 'Редове',
			title: 'Редове',
			subtitle: '',
			about: '',
			columns: [
				{ header: 'Име', width: 30 },
				{ header: 'Брой', width: 10, total: 'whole' },
			],
			rows: Array.from({ length: ROWS }, (_, at) => ({ cells: [text(`ред ${at}`), whole(at)] })),
			totalLabel: 'Всичко',
			frozenColumns: 1,
			paper: 'A4',
		},
	],
};

it('a large workbook is written by another process while this one goes on, and is whole', async () => {
	let turns = 0;
	const ticking = setInterval(() => (turns += 1), 5);
	const file = await makeWorkbookFile(spec, 'Редове.xlsx');
	clearInterval(ticking);
	expect(turns).toBeGreaterThan(10);
	expect(file.headers['content-disposition']).toContain(`filename="Redove.xlsx"`);
	expect(Number(file.headers['content-length'])).toBe(file.bytes.byteLength);
	const sheet = (await readBack(file.bytes)).getWorksheet('Редове');
	// 0 + 1 + … + 5199 = 5199 × 5200 / 2
	expect(sheet?.getCell(5 + ROWS, 2).result).toBe(((ROWS - 1) * ROWS) / 2);
});

it('what a killed process left of a large workbook is removed, what another one writes now is not', async () => {
	const [left, current] = [aFolder('left'), aFolder('current')];
	const old = new Date(Date.now() - 2 * 3_600_000);
	utimesSync(left, old, old);
	await makeWorkbookFile(spec, 'Редове.xlsx');
	expect([existsSync(left), existsSync(current)]).toEqual([false, true]);
	rmSync(current, { recursive: true });
});

function aFolder(name: string): string {
	const folder = mkdtempSync(join(tmpdir(), `ustroy-workbook-${name}-`));
	writeFileSync(join(folder, 'workbook.xlsx'), 'x');
	return folder;
}

it('lines are counted by words: „Дирекция Бюджет“ takes two lines of 10 characters, a long word as many as it needs', () => {
	expect(countLines('Дирекция Бюджет', 10)).toBe(2);
	expect(countLines('Дирекция', 10)).toBe(1);
	expect(countLines('едно\nдве', 10)).toBe(2);
	expect(countLines('непротивоконституционен', 10)).toBe(3);
	expect(countLines('а непротивоконституционен б', 10)).toBe(4);
});

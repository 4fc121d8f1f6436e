import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnLetter, sheetName, sheetRef } from '#exports/shared/address.ts';
import {
	cleanText,
	date,
	decimal,
	formula,
	money,
	number,
	text,
	whole,
	type Cell,
} from '#exports/shared/cells.ts';
import { contentDisposition, workbookFileName } from '#exports/shared/file-name.ts';
import { totalAddress, type TableSheet, type WorkbookSpec } from '#exports/shared/sheet.ts';
import { workbookBytes, writeWorkbook } from '#exports/shared/write.ts';
import { eurCents, isoDate } from '#lib/domain/shared/index.ts';
import { checkedFormulas, projection, readBack } from '../support/workbook.ts';

function aTable(rows: readonly (readonly Cell[])[]): TableSheet {
	return {
		name: 'Щат',
		title: 'Щатно разписание',
		subtitle: 'Община Елена · редакция 1',
		about: 'Длъжности и бройки',
		columns: [
			{ header: 'Длъжност', width: 40 },
			{ header: 'Бройки', width: 10, total: 'decimal' },
			{ header: 'Разход', width: 16, total: 'money' },
			{ header: 'От', width: 12 },
		],
		rows: rows.map((cells) => ({ cells })),
		totalLabel: 'Всичко',
		frozenColumns: 1,
		paper: 'A4',
		notes: ['Бройките са по решение на общинския съвет.'],
		signatures: ['Изготвил: ……………………………'],
	};
}

function aSpec(sheets: readonly TableSheet[]): WorkbookSpec {
	return {
		title: 'Предложение & проект',
		createdAt: '2026-03-02T08:00:00.000Z',
		print: { left: 'Община Елена', right: 'снимка 1a2b', page: 'стр. &P от &N' },
		cover: {
			name: 'За файла',
			title: 'За файла',
			facts: [
				{ label: 'Община', value: text('Елена') },
				{ label: 'Към дата', value: date(isoDate('2026-03-29')) },
			],
			sheetsHeading: 'Листове',
			legendHeading: 'Легенда',
			legend: [{ look: 'new', sample: 'нов', meaning: 'създава се' }],
			caveatsHeading: 'Уговорки',
			caveats: ['Данните са примерни.'],
		},
		sheets,
	};
}

const rows = [
	[text('гл. експерт'), decimal(1.5), money(eurCents(18_000_10)), date(isoDate('2026-03-29'))],
	[text('=1+1'), decimal(0.1), money(eurCents(20)), null],
	[text('@SUM(A1)'), decimal(0.2), null, null],
];

describe('a table in a workbook', () => {
	test('is what was put in, read back: text, numbers, money in euro, dates without a zone', async () => {
		const workbook = await readBack(await workbookBytes(aSpec([aTable(rows)])));
		const sheet = workbook.getWorksheet('Щат');
		expect(sheet?.getCell('A5').value).toBe('гл. експерт');
		expect(sheet?.getCell('C5').value).toBe(18_000.1);
		expect(sheet?.getCell('C5').numFmt).toBe('#,##0.00 "€"');
		// 29 March 2026 is the day on which the clock moves in Bulgaria.
		expect(sheet?.getCell('D5').value).toEqual(new Date(Date.UTC(2026, 2, 29)));
		expect(sheet?.getCell('D5').numFmt).toBe('dd.mm.yyyy');
	});

	test('has totals as formulas with the right results: 1,5 + 0,1 + 0,2 = 1,8', async () => {
		const workbook = await readBack(await workbookBytes(aSpec([aTable(rows)])));
		expect(workbook.getWorksheet('Щат')?.getCell('B8').value).toEqual({
			formula: 'SUBTOTAL(109,B5:B7)',
			result: 1.8,
		});
		for (const { stored, worked, at } of checkedFormulas(workbook)) {
			expect(stored, at).toBeCloseTo(Number(worked), 9);
		}
	});

	test('keeps text that begins like a formula as text', async () => {
		const workbook = await readBack(await workbookBytes(aSpec([aTable(rows)])));
		const sheet = workbook.getWorksheet('Щат');
		expect(sheet?.getCell('A6').value).toBe('=1+1');
		expect(sheet?.getCell('A6').formula).toBeUndefined();
		expect(sheet?.getCell('A7').value).toBe('@SUM(A1)');
	});

	test('prints on one page of width with repeated head, filter and frozen panes', async () => {
		const workbook = await readBack(await workbookBytes(aSpec([aTable(rows)])));
		const sheet = workbook.getWorksheet('Щат');
		expect(sheet?.pageSetup).toMatchObject({
			orientation: 'landscape',
			paperSize: 9,
			fitToPage: true,
			fitToWidth: 1,
			fitToHeight: 0,
			printTitlesRow: '4:4',
		});
		expect(sheet?.autoFilter).toBe('A4:D7');
		expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 4 });
		expect(sheet?.headerFooter.oddFooter).toContain('стр. &P от &N');
		expect(sheet?.headerFooter.oddFooter).toContain('Предложение && проект');
	});

	test('without rows has neither total nor filter', async () => {
		const workbook = await readBack(await workbookBytes(aSpec([aTable([])])));
		expect(projection(workbook)).not.toContain('SUBTOTAL');
		expect(workbook.getWorksheet('Щат')?.autoFilter).toBeFalsy();
	});

	test('gives its total to another sheet, which checks itself against it', async () => {
		const first = aTable(rows);
		const second: TableSheet = {
			...aTable(rows),
			name: 'Контрола',
			checks: [
				{
					cells: [text('Контрола'), formula(`${sheetRef('Щат', totalAddress(first, 1))}-B8`, 0, 'decimal')],
				},
			],
		};
		const workbook = await readBack(await workbookBytes(aSpec([first, second])));
		expect(checkedFormulas(workbook).find(({ at }) => at === 'Контрола!B9')).toMatchObject({
			formula: "'Щат'!B8-B8",
			stored: 0,
			worked: 0,
		});
	});
});

describe('the cover', () => {
	test('names the municipality, the day, and leads to every sheet', async () => {
		const workbook = await readBack(await workbookBytes(aSpec([aTable(rows)])));
		expect(workbook.worksheets[0]?.name).toBe('За файла');
		const lines = projection(workbook);
		expect(lines).toContain('B4\t2026-03-29\tdd.mm.yyyy');
		expect(lines).toContain(`=HYPERLINK("#'Щат'!A1","Щат") → "Щат"`);
	});
});

test('a large table is streamed to a file and reads back the same', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
	try {
		const many = Array.from({ length: 5_200 }, (_, at) => [text(`длъжност ${at}`), whole(at), null, null]);
		const path = join(folder, 'щат.xlsx');
		await writeWorkbook(aSpec([aTable(many)]), path);
		expect((await stat(path)).size).toBeGreaterThan(10_000);
		const workbook = await readBack(path);
		const sheet = workbook.getWorksheet('Щат');
		expect(sheet?.getCell('A5204').value).toBe('длъжност 5199');
		// 0 + 1 + … + 5199 = 5199 × 5200 / 2
		expect(sheet?.getCell('B5205').result).toBe(13_517_400);
		expect(sheet?.autoFilter).toBe('A4:D5204');
		expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
	} finally {
		await rm(folder, { recursive: true });
	}
});

describe('text for a cell', () => {
	test('loses control characters and keeps lines', () => {
		expect(cleanText('а\u0000б\u0007в\r\nг\tд')).toBe('абв\nг\tд');
	});

	test('is cut at 32 767 characters with a mark', () => {
		const long = cleanText('я'.repeat(40_000));
		expect(long).toHaveLength(32_767);
		expect(long.endsWith(' […]')).toBe(true);
	});

	test('reads back as it was, whatever it looks like', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('_x0041_', '=HYPERLINK("x")', '+1', '')),
					{
						minLength: 1,
						maxLength: 6,
					},
				),
				async (texts) => {
					const table = aTable(texts.map((value) => [text(value), null, null, null]));
					const sheet = (await readBack(await workbookBytes(aSpec([table])))).getWorksheet('Щат');
					texts.forEach((value, at) => {
						const cell = sheet?.getCell(5 + at, 1);
						const expected = value
							.replace(/\r\n?/g, '\n')
							.replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '')
							.toWellFormed();
						expect(cell?.value ?? '').toBe(expected);
						expect(cell?.formula).toBeUndefined();
					});
				},
			),
			{ numRuns: 20 },
		);
	});

	test('a number that is not finite is refused', () => {
		expect(() => number(Number.NaN, 'decimal')).toThrow(RangeError);
		expect(() => number(Infinity, 'whole')).toThrow(RangeError);
	});
});

describe('names', () => {
	test('of columns go on after Z', () => {
		expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
	});

	test('of sheets have at most 31 characters, no quotes, and differ', () => {
		expect(sheetName('Щат „след“: [проект]')).toBe('Щат след проект');
		expect(sheetName('x'.repeat(40))).toHaveLength(31);
		expect(sheetName('План', ['план'])).toBe('План 2');
		expect(sheetName("'")).toBe('Лист');
	});

	test('of files are Cyrillic with an ASCII twin, and quotes cannot break the header', () => {
		const name = workbookFileName(['Елена', 'Предложение: „вариант Б“ (1)', '2026-03-02']);
		expect(name).toBe('Елена Предложение вариант Б (1) 2026-03-02.xlsx');
		expect(contentDisposition(name)).toBe(
			`attachment; filename="Elena Predlozhenie variant B (1) 2026-03-02.xlsx"; filename*=UTF-8''${encodeURIComponent(
				name,
			)
				.replace('(', '%28')
				.replace(')', '%29')}`,
		);
		expect(contentDisposition(`а"б'.xlsx`)).toBe(
			`attachment; filename="a-b'.xlsx"; filename*=UTF-8''%D0%B0%22%D0%B1%27.xlsx`,
		);
	});
});

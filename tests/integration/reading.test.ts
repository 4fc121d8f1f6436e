import { describe, expect, it } from 'vitest';
import type { GridCell, ReadFile } from '#lib/domain/imports/index.ts';
import { startReading } from '#lib/server/jobs/import.ts';
import { readTables } from '#lib/server/reading/read-file.ts';
import { aWorkbook } from '#tests/support/awkward.ts';
import { aPackage, sheetXml, workbookParts } from '#tests/support/packages.ts';

const read = (bytes: Buffer): Promise<ReadFile> => readTables(bytes, { name: 'щат' });
const codeOf = (bytes: Buffer) =>
	read(bytes).then(
		() => 'read',
		(error: { code?: string }) => error.code,
	);
const valuesOf = (cells: readonly (GridCell | null)[] | undefined) =>
	cells?.map((cell) => cell?.value ?? null);

describe('a workbook', () => {
	it('gives its sheets, values, merges and what is hidden', async () => {
		const bytes = await aWorkbook(
			{
				name: 'Щат',
				rows: [
					['Звено', 'Бр.', 'Дата'],
					['Отдел „ТСУ“', 2.5, new Date(Date.UTC(2014, 2, 15))],
					[],
					[null, '0101', null],
				],
				merges: ['A2:A4'],
				hiddenRows: [4],
				hiddenColumns: [1],
				then: (sheet) => (sheet.getCell('C2').numFmt = 'dd.mm.yyyy'),
			},
			{ name: 'Скрит', rows: [['x']], state: 'hidden' },
		);
		const { sheets, notes } = await read(bytes);
		expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
			['Щат', false],
			['Скрит', true],
		]);
		const [sheet] = sheets;
		expect(sheet?.rows.map(({ number }) => number)).toEqual([1, 2, 4]);
		expect(valuesOf(sheet?.rows[1]?.cells)).toEqual(['Отдел „ТСУ“', 2.5, '15.03.2014']);
		expect(sheet?.rows[2]).toMatchObject({ number: 4, isHidden: true });
		expect(valuesOf(sheet?.rows[2]?.cells)).toEqual([null, '0101']);
		expect(sheet?.merges).toEqual([{ top: 2, left: 0, bottom: 4, right: 0 }]);
		expect(sheet?.hiddenColumns).toEqual([1]);
		expect(notes.map(({ code }) => code)).toEqual([
			'file/hidden-sheets',
			'file/hidden-rows',
			'file/hidden-columns',
			'file/merged',
		]);
	});

	it('gives the remembered results of formulas, marked, and never calculates', async () => {
		const bytes = await aWorkbook({
			rows: [[{ formula: 'SUM(1,2)', result: 3 }, { formula: 'NOW()' }, { formula: 'A1&"x"', result: '3x' }]],
		});
		const { sheets, notes } = await read(bytes);
		expect(sheets[0]?.rows[0]?.cells).toEqual([
			{ value: 3, mark: 'formula' },
			null,
			{ value: '3x', mark: 'formula' },
		]);
		expect(notes).toEqual([{ code: 'file/formulas', count: 2 }]);
	});

	it('keeps the zeros that a number format shows', async () => {
		const bytes = await aWorkbook({ rows: [[101]], then: (sheet) => (sheet.getCell('A1').numFmt = '00000') });
		expect(valuesOf((await read(bytes)).sheets[0]?.rows[0]?.cells)).toEqual(['00101']);
	});

	it('with macros and external links is read without them, and says so', async () => {
		const bytes = workbookParts(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'), {
			'xl/vbaProject.bin': 'macro',
			'xl/externalLinks/externalLink1.xml': '<externalLink/>',
		});
		expect((await read(bytes)).notes).toEqual([
			{ code: 'file/macros', count: 1 },
			{ code: 'file/external-links', count: 1 },
		]);
	});
});

describe('a text table', () => {
	const table = 'Звено;Длъжност;Бр.\r\n"Отдел ""ТСУ""; общо";гл. експерт;2,5\r\n';

	it('is read in UTF-8 and in Windows-1251, and the separator is found', async () => {
		const cyrillic = (text: string) =>
			Buffer.from(
				[...text].map((sign) => {
					const code = sign.codePointAt(0) ?? 0;
					return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
				}),
			);
		for (const bytes of [
			Buffer.from(table),
			Buffer.from(`\ufeff${table}`),
			cyrillic(table),
			Buffer.from(`\ufeff${table}`, 'utf16le'),
		]) {
			const { sheets, layout } = await read(bytes);
			expect(layout?.separator).toBe(';');
			expect(valuesOf(sheets[0]?.rows[1]?.cells)).toEqual(['Отдел "ТСУ"; общо', 'гл. експерт', '2,5']);
		}
		expect((await read(cyrillic(table))).layout?.encoding).toBe('windows-1251');
	});

	it('may be cut by commas, tabs or bars', async () => {
		for (const separator of [',', '\t', '|']) {
			const bytes = Buffer.from(`Звено${separator}Бр${separator}Заб.\nА${separator}1${separator}x\n`);
			expect((await read(bytes)).layout?.separator).toBe(separator);
		}
	});
});

describe('a hostile file', () => {
	it('is refused by what it is', async () => {
		const good = await aWorkbook({ rows: [['а', 1]] });
		expect(await codeOf(Buffer.alloc(0))).toBe('file/empty');
		expect(await codeOf(good.subarray(0, good.length - 200))).toBe('file/damaged');
		expect(await codeOf(good.subarray(0, 300))).toBe('file/damaged');
		expect(await codeOf(Buffer.from('d0cf11e0a1b11ae10000', 'hex'))).toBe('file/old-excel');
		const locked = Buffer.concat([
			Buffer.from('d0cf11e0a1b11ae1', 'hex'),
			Buffer.from('EncryptedPackage', 'utf16le'),
		]);
		expect(await codeOf(locked)).toBe('file/encrypted');
		expect(await codeOf(aPackage({ 'word/document.xml': '<a/>' }))).toBe('file/unknown-format');
		expect(await codeOf(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'))).toBe('file/unknown-format');
		expect(await codeOf(await aWorkbook({ rows: [] }))).toBe('file/no-table');
	});

	it('is refused when it unpacks to far more than it holds', async () => {
		const bomb = workbookParts(sheetXml(' '.repeat(120 * 1024 * 1024)));
		expect(bomb.length).toBeLessThan(400_000);
		expect(await codeOf(bomb)).toBe('file/bomb');
	});

	it('cannot define entities', async () => {
		const laughs = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><worksheet>&b;</worksheet>';
		expect(await codeOf(workbookParts(laughs))).toBe('file/damaged');
	});

	it('with a million formatted empty cells is read at once and leaves nothing of them', async () => {
		const row = (number: number) =>
			`<row r="${number}">${Array.from({ length: 100 }, () => '<c s="1"/>').join('')}</row>`;
		const rows = Array.from({ length: 10_000 }, (_, at) => row(at + 2)).join('');
		const bytes = workbookParts(sheetXml(`<row r="1"><c r="A1"><v>7</v></c></row>${rows}`));
		const started = performance.now();
		expect((await read(bytes)).sheets[0]?.rows).toHaveLength(1);
		expect(performance.now() - started).toBeLessThan(10_000);
	});

	it('with ten thousand names is read, and the names are counted only', async () => {
		const names = Array.from(
			{ length: 10_000 },
			(_, at) => `<definedName name="n${at}">A1</definedName>`,
		).join('');
		const bytes = workbookParts(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'), {
			'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="Щат" r:id="rId1"/></sheets><definedNames>${names}</definedNames></workbook>`,
		});
		expect((await read(bytes)).notes).toEqual([{ code: 'file/defined-names', count: 10_000 }]);
	});

	it('with too many cells, or cells too far to the right, keeps to the limits', async () => {
		const many = Array.from(
			{ length: 4000 },
			(_, at) => `<row r="${at + 1}">${'<c><v>1</v></c>'.repeat(100)}</row>`,
		).join('');
		expect(await codeOf(workbookParts(sheetXml(many)))).toBe('file/too-many-cells');
		const wide = await read(
			workbookParts(sheetXml('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>')),
		);
		expect(wide.sheets[0]?.rows[0]?.cells).toHaveLength(1);
		expect(wide.notes).toEqual([{ code: 'file/too-wide', count: 1 }]);
	});
});

describe('reading apart', () => {
	const task = (bytes: Buffer) => ({ bytes, name: 'щат', layout: {} });

	it('gives every row of every sheet, in order, however many parts they come in', async () => {
		const rows = (sheet: string) =>
			Array.from({ length: 3000 }, (_, at) => [`${sheet} ${at}`, at, null, at % 7 === 0 ? 'Ф' : 'ДС']);
		const sheets = ['Щат', 'Звена', 'Празен'].map((name) => ({
			name,
			rows: name === 'Празен' ? [] : rows(name),
		}));
		const bytes = await aWorkbook(...sheets, { name: 'Последен', rows: [['край']] });
		const apart = await startReading(task(bytes)).finished;
		expect(apart).toEqual({ ok: true, value: await read(bytes) });
		const lengths = apart.ok && apart.value.sheets.map((sheet) => sheet.rows.length);
		expect(lengths).toEqual([3000, 3000, 0, 1]);
	});

	it('counts a text as often as it is shown, so that one long text in many cells is refused', async () => {
		const text = 'ж'.repeat(30_000);
		const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`;
		const bytes = workbookParts(sheetXml(row.repeat(100)), {
			'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>`,
		});
		expect(bytes.length).toBeLessThan(10_000);
		expect(await startReading(task(bytes)).finished).toEqual({ ok: false, error: 'file/too-many-cells' });
	});

	it('answers with the file, or with why it was refused', async () => {
		const good = await aWorkbook({
			rows: [
				['Звено', 'Бр.'],
				['А', 1],
			],
		});
		expect(await startReading(task(good)).finished).toMatchObject({
			ok: true,
			value: { format: 'workbook' },
		});
		expect(await startReading(task(Buffer.from('PK\x03\x04x'))).finished).toEqual({
			ok: false,
			error: 'file/damaged',
		});
	});

	it('is stopped by the person, by time and by memory, and the server goes on', async () => {
		const row = `<row>${'<c t="str"><v>текст на клетка</v></c>'.repeat(70)}</row>`;
		const large = workbookParts(sheetXml(row.repeat(4000)));
		const cancelled = startReading(task(large));
		cancelled.cancel();
		expect(await cancelled.finished).toEqual({ ok: false, error: 'file/cancelled' });
		expect(await startReading(task(large), { ms: 30, memoryMb: 200 }).finished).toEqual({
			ok: false,
			error: 'file/too-slow',
		});
		const wordy = workbookParts(sheetXml('<row><c t="s"><v>0</v></c></row>'), {
			'xl/sharedStrings.xml': `<sst>${`<si><t>${'дълъг текст '.repeat(50)}</t></si>`.repeat(20_000)}</sst>`,
		});
		expect(await startReading(task(wordy), { ms: 60_000, memoryMb: 12 }).finished).toEqual({
			ok: false,
			error: 'file/out-of-memory',
		});
	});
});

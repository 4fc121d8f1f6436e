import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { newUnitValue, type ImportStep } from '#lib/domain/imports/index.ts';
import { markedSheets } from '#exports/marked-file/model.ts';
import { markedWorkbook } from '#exports/marked-file/workbook.ts';
import { decideSheet, decideTarget } from '#lib/server/services/import-choices.ts';
import { undoImport } from '#lib/server/services/import-undo.ts';
import { viewImport } from '#lib/server/services/import-view.ts';
import type { Ctx } from '#lib/server/context.ts';
import type { SheetSpec } from '#tests/support/awkward.ts';
import { anElena, apply, bring, planned } from '#tests/support/import-run.ts';

const UNIT = 'ОТДЕЛ "ЕКОЛОГИЯ"';
/** Titles, a post above every heading, a part of the administration, a new unit in capitals. */
const TABLE: SheetSpec = {
	name: 'Щатно',
	rows: [
		['УТВЪРДИЛ: ............'],
		['ПОИМЕННО ЩАТНО РАЗПИСАНИЕ'],
		[],
		['№', 'Наименование на длъжността', 'Брой по щат', 'Брой заети', 'Правоотношение'],
		[1, 'Главен дендролог', 1, 1, 'служ.'],
		['I. ОБЩА АДМИНИСТРАЦИЯ'],
		[UNIT],
		[2, 'старши еколог', 2, 1, 'сл.'],
		['Изготвил: ....', null, null, 'Съгласувал: ....'],
	],
	merges: ['A2:E2'],
};

async function look(ctx: Ctx, id: string, step: ImportStep) {
	const wish = { step, sheet: 0, page: 1, filter: 'all', order: 'row' } as const;
	const view = await viewImport(ctx, { slug: 'elena', id }, wish);
	if (!view.ok) throw new Error(view.error.code);
	return view.value;
}

describe('the steps of an import', () => {
	it('show the table itself first, every merged text once', async () => {
		const { ctx } = await anElena();
		const id = await bring(ctx, TABLE);
		await planned(ctx, id);
		const { previews } = await look(ctx, id, 'file');
		expect(previews[0]?.table.rows[0]?.cells.map(({ text }) => text)).toContain('Наименование на длъжността');
	});

	it('ask where a new unit stands, in the words of the file, and say what was concluded', async () => {
		const { ctx } = await anElena();
		const id = await bring(ctx, TABLE);
		await planned(ctx, id);
		const first = await look(ctx, id, 'values');
		expect(first.values?.lines.map(({ text }) => text)).toEqual([UNIT]);
		const matches = [{ field: 'unit', text: UNIT, meaning: newUnitValue(UNIT) }] as const;
		await decideSheet(ctx, { slug: 'elena', id, sheet: 0 }, { what: 'matches', matches });
		await planned(ctx, id);
		const { values } = await look(ctx, id, 'values');
		expect(values?.lines[0]).toMatchObject({ text: UNIT, chosen: '+Отдел „Екология“', rows: 0 });
		expect(values?.lines[0]?.parent).toMatchObject({ chosen: '', guessed: { bg: expect.any(String) } });
		expect(values?.options.parent?.length).toBeGreaterThan(5);
	});

	it('show the unit of every row and what may be written, and colour a row without one', async () => {
		const { ctx } = await anElena();
		const id = await bring(ctx, TABLE);
		const { sheets, plan } = await planned(ctx, id);
		const { rows } = await look(ctx, id, 'rows');
		expect(rows?.extra).toEqual(['unit']);
		expect(rows?.options.unit?.length).toBeGreaterThan(5);
		expect(rows?.rows.find(({ row }) => row === 8)?.cells[0]).toMatchObject({
			field: 'unit',
			concluded: { bg: UNIT },
		});
		const marked = markedSheets(sheets, plan.sheets).sheets[0];
		expect(marked?.rows.find(({ number }) => number === 5)?.cells[0]?.look).toBe('error');
		// A title is no reason for a wide column, and the whole width fits a page.
		const book = new ExcelJS.Workbook();
		const createdAt = '2026-01-01T00:00:00Z';
		const file = await markedWorkbook({ createdAt, note: '', sheets: marked ? [marked] : [] });
		await book.xlsx.load(file.buffer as ArrayBuffer);
		const sheet = book.worksheets[0]!;
		// „Изготвил: ....“ has 14 signs.
		expect(sheet.getColumn(1).width).toBe(16);
		expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToWidth: 1 });
	});

	it('keep what the file is said to be, and name the units of what was taken back', async () => {
		const { ctx } = await anElena();
		const id = await bring(ctx, TABLE);
		await planned(ctx, id);
		const unit = (await planned(ctx, id)).structure.units.find(({ kind }) => kind === 'mayor')!;
		for (const row of [5, 8]) {
			const fix = { what: 'fix', row, field: 'unit', text: unit.name.bg } as const;
			await decideSheet(ctx, { slug: 'elena', id, sheet: 0 }, fix);
			await planned(ctx, id);
		}
		const target = { mode: 'merge', versionId: null, standing: 'official' } as const;
		expect((await decideTarget(ctx, { slug: 'elena', id }, target)).ok).toBe(true);
		const { plan } = await planned(ctx, id);
		expect(plan.changes.map(({ after }) => after)).toMatchObject([
			{ origin: { verification: 'verified' } },
			{ origin: { verification: 'verified' } },
		]);
		expect((await apply(ctx, id)).ok).toBe(true);
		expect((await undoImport(ctx, 'elena', id)).ok).toBe(true);
		const { result } = await look(ctx, id, 'result');
		expect(result?.changes.changes[0]?.name.bg).toBe(`Главен дендролог – ${unit.name.bg}`);
	});
});

import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { MEASURES, WEIGHED_MEASURES, weighAlternatives, type Weights } from '#lib/domain/scenario/index.ts';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import { nameOfMeasure } from '#lib/i18n/compare-text.ts';
import { exportComparison } from '#lib/server/services/scenario-compare-export.ts';
import { compareScenarios } from '#lib/server/services/scenario-compare.ts';
import { add, aScenario, done, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation } from '#tests/support/installation.ts';

const at = await anInstallation();
const ctx = await at.as('konsultant');
afterAll(() => at.close());

const weights = {
	...Object.fromEntries(WEIGHED_MEASURES.map((measure) => [measure, 1])),
	...{ units: 3, layers: 0 },
} as Weights;
const ids = [await scenarioWith('el-fin'), await scenarioWith(null)];
const file = await done(exportComparison(ctx, SLUG, { scenarioIds: ids, judgedOn: null, weights }, 'bg'));
const book = new ExcelJS.Workbook();
await book.xlsx.load(Buffer.from(file.bytes) as unknown as ExcelJS.Buffer);
const compared = await done(compareScenarios(ctx, SLUG, { scenarioIds: ids, judgedOn: null }));
const values = compared.columns.map((column) => column.values);

async function scenarioWith(parent: string | null): Promise<string> {
	const id = await aScenario(ctx);
	await add(ctx, id, {
		kind: 'unit-create',
		payload: {
			...{ key: `eco-${id.slice(-6)}` as UnitKey, parentKey: parent as UnitKey | null },
			...{ name: { bg: '=Отдел Екология', en: null }, kind: 'department', part: 'specialised' },
		},
	});
	return id;
}

/** The row of a sheet whose first cell says this, without that cell. */
function rowOf(sheet: string, first: string): readonly ExcelJS.CellValue[] {
	const found = book.getWorksheet(sheet)?.getColumn(1).values.indexOf(first) ?? -1;
	expect(found, `${sheet}: ${first}`).toBeGreaterThan(0);
	return (book.getWorksheet(sheet)?.getRow(found).values as ExcelJS.CellValue[]).slice(2);
}

describe('the workbook of a comparison', () => {
	it('has the numbers, the differences of structure, the rules and the weights on sheets with frozen heads', () => {
		expect(file.fileName).toBe('Сравнение на варианти Община Елена.xlsx');
		expect(book.worksheets.slice(1).map(({ name }) => name)).toEqual([
			'Числа',
			'Разлики в структурата',
			'Правила, които се различават',
			'Тежести',
		]);
		for (const sheet of book.worksheets.slice(1)) expect(sheet.views[0]?.state, sheet.name).toBe('frozen');
	});

	it('says of every measure what the page says, and „не е измерено“ instead of a zero', () => {
		for (const measure of MEASURES)
			expect(rowOf('Числа', nameOfMeasure(measure))).toEqual(
				values.map((side) => {
					const value = side[measure];
					if (value === null) return 'не е измерено';
					return measure === 'cost' ? value / 100 : value;
				}),
			);
	});

	it('states the day by whose law every column is checked', () => {
		const cover = book.worksheets[0]!;
		const texts = Array.from({ length: cover.rowCount }, (_, at) => cover.getRow(at + 1).values).flat();
		expect(texts).toContainEqual(expect.stringContaining('по закона към 01.01.2027,'));
		expect(texts).toContainEqual(new Date('2027-01-01'));
	});

	it('writes a name as text and says whether it tells the scenarios apart', () => {
		const sheet = book.getWorksheet('Разлики в структурата');
		expect(sheet?.rowCount).toBe(4 + compared.rows.length);
		const cells = sheet?.getRow(5).values as ExcelJS.CellValue[];
		expect(cells.slice(1)).toEqual([
			'звено',
			'=Отдел Екология',
			'няма',
			// the same new unit: under a directorate it is of its part, at the top of the one that was chosen
			'в Дирекция „Бюджет и финанси“, обща администрация',
			'на първо ниво, специализирана администрация',
			'да',
		]);
	});

	it('shows every weight, and its sums are formulas that give what the page gives', () => {
		const { rows, totals } = weighAlternatives(values, weights);
		for (const { measure, weight } of rows) expect(rowOf('Тежести', nameOfMeasure(measure))[1]).toBe(weight);
		const sums = rowOf('Тежести', 'Сбор с тежести').slice(2) as ExcelJS.CellFormulaValue[];
		expect(sums.map(({ result }) => result)).toEqual(totals?.map((total) => expect.closeTo(total, 9)));
		expect(sums[0]?.formula).toContain('SUMPRODUCT(C5:C12,D5:D12)');
	});

	it('is refused without a known scenario, and to a stranger', async () => {
		expect(
			await exportComparison(ctx, SLUG, { scenarioIds: ['nyama'], judgedOn: null, weights }, 'bg'),
		).toEqual({
			...{ ok: false, error: { code: 'compare/nothing-chosen' } },
		});
		const stranger = await at.as('konsultant-lyaskovets');
		expect(
			await exportComparison(stranger, SLUG, { scenarioIds: ids, judgedOn: null, weights }, 'bg'),
		).toMatchObject({
			error: { code: 'access/not-found' },
		});
	});
});

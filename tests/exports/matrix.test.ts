import { describe, expect, test } from 'vitest';
import type { MatrixBook } from '#exports/matrix/model.ts';
import { matrixFileName, matrixWorkbook } from '#exports/matrix/workbook.ts';
import { workbookBytes } from '#exports/shared/write.ts';
import { checkedFormulas, projection, readBack } from '../support/workbook.ts';
import { aProposalModel } from './proposal-sample.ts';

const line = (key: string, label: string, fte: number | null, isHeading = false) => ({
	...{ key, label, fte, isHeading, depth: isHeading ? 0 : 1 },
});
const link = (row: string, column: string, roles: string, fte: number | null) => ({
	...{ row, column, rowLabel: row, columnLabel: column, roles, fte },
	agreement: fte === null ? 'записано, не е измерено' : 'записано и измерено',
});
const shaded = (text: string, ground: string | null = null) => ({ text, ground });

/** Two functions of one area at two units: 0,5 + 0,25 posts are measured at the first unit, nothing at the second. */
function aBook(more: Partial<MatrixBook['paper']> = {}): MatrixBook {
	return {
		colophon: aProposalModel().colophon,
		paper: {
			rowTitle: 'Функция',
			columnTitle: 'Звено или длъжност',
			shown: 'Слой: на хартия и на практика',
			rows: [
				line('a1', 'Финанси', 0.75, true),
				line('f1', 'съставя проекта на бюджет', 0.5),
				line('f2', '=HYPERLINK("x")', 0.25),
			],
			columns: [line('u1', 'Отдел „Бюджет“', 0.75), line('u2', 'Отдел „Правно обслужване“', null)],
			marks: [
				[null, null],
				[shaded('О', '#14595b'), shaded('С')],
				[shaded('ОУ', '#b3d6cf'), null],
			],
			links: [
				link('f1', 'u1', 'отговаря', 0.5),
				link('f1', 'u2', 'съгласува', null),
				link('f2', 'u1', 'отговаря, участва', 0.25),
			],
			isAdditive: true,
			...more,
		},
	};
}

const written = async (book = aBook()) => readBack(await workbookBytes(matrixWorkbook(book)));

describe('the matrix as a workbook', () => {
	test('looks as in the golden file', async () => {
		await expect(projection(await written())).toMatchFileSnapshot('golden/matrix.bg.txt');
	});

	test('has formulas whose stored results are what they come to', async () => {
		const formulas = checkedFormulas(await written());
		// A count and a sum for two rows and a count and a sum for the first column, a count for the second, one total of counts.
		expect(formulas).toHaveLength(8);
		for (const { at, stored, worked } of formulas) expect(stored, at).toBeCloseTo(Number(worked), 6);
	});

	test('keeps the names of rows and columns in sight and prints them on every page', async () => {
		const sheet = (await written()).getWorksheet('Матрица');
		expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 4 });
		expect(sheet?.pageSetup).toMatchObject({ printTitlesRow: '4:4', printTitlesColumn: 'A:A' });
		expect(sheet?.getCell('B4').alignment.textRotation).toBe(90);
	});

	test('shades the counted work and writes dark ground in white', async () => {
		const cell = (await written()).getWorksheet('Матрица')?.getCell('B6');
		expect(cell?.value).toBe('О');
		expect(cell?.fill).toMatchObject({ fgColor: { argb: 'FF14595B' } });
		expect(cell?.font.color).toEqual({ argb: 'FFFFFFFF' });
	});

	test('says that work is not measured and never writes a zero for it', async () => {
		const sheet = (await written()).getWorksheet('Матрица');
		expect(sheet?.getCell('C9').value).toBe('не е измерено');
	});

	test('keeps a function that begins like a formula as text', async () => {
		expect((await written()).getWorksheet('Матрица')?.getCell('A7').value).toBe('=HYPERLINK("x")');
	});

	test('does not add up work that stands in a unit and in its post', async () => {
		const sheet = (await written(aBook({ isAdditive: false }))).getWorksheet('Матрица');
		expect(sheet?.getCell('E6').value).toBe(0.5);
	});

	test('is named after the municipality', () => {
		expect(matrixFileName(aBook())).toMatch(/^Матрица функция × звено .+\.xlsx$/u);
	});
});

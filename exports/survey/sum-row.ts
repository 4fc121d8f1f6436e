import type { Worksheet } from 'exceljs';
import { address, columnRange } from '../shared/address.ts';
import { at, fillStyle, FONT, markCell, WRONG } from './cells.ts';
import { COLUMN, ROW } from './layout.ts';
import type { QuestionnaireSheet, QuestionnaireWords } from './sheet-model.ts';

/** The sum of the shares, checked by formulas as one types: what is left to 100, or by how much it is over. */
export function drawSum(target: Worksheet, sheet: QuestionnaireSheet, words: QuestionnaireWords): void {
	const lines = sheet.rows.filter(({ kind }) => kind !== 'note').length;
	const range = columnRange(COLUMN.share, ROW.first, ROW.first + lines - 1);
	const sum = sheet.rows.reduce((total, { values }) => total + numberOf(values.share), 0);
	const label = at(target, ROW.sum, COLUMN.text);
	label.value = words.sum;
	label.style = { font: { ...FONT, bold: true }, alignment: { horizontal: 'right' } };
	const cell = at(target, ROW.sum, COLUMN.share);
	const place = address(COLUMN.share, ROW.sum);
	cell.value = { formula: `SUM(${range})`, result: sum };
	cell.style = { font: { ...FONT, bold: true }, numFmt: '0.##', alignment: { horizontal: 'right' } };
	const said = at(target, ROW.sum, COLUMN.low);
	said.value = {
		formula: sumFormula(place, sheet.tolerance, words),
		result: sumText(sum, sheet.tolerance, words),
	};
	said.style = { font: { ...FONT, bold: true } };
	target.mergeCells(ROW.sum, COLUMN.low + 1, ROW.sum, COLUMN.secondPeak + 1);
	const ref = `${place}:${address(COLUMN.secondPeak, ROW.sum)}`;
	const isOff = `ABS($${place.replace(/(\d+)/, '$$$1')}-100)>${sheet.tolerance}`;
	target.addConditionalFormatting({
		ref,
		rules: [
			{ type: 'expression', priority: 1, formulae: [isOff], style: fillStyle(WRONG) },
			{ type: 'expression', priority: 2, formulae: [`NOT(${isOff})`], style: fillStyle('FFE5F1E4') },
		],
	});
	if (sheet.sumMark !== null) markCell(cell, sheet.sumMark);
}

function sumFormula(place: string, tolerance: number, words: QuestionnaireWords): string {
	const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
	const rest = `IF(${place}<100,${quoted(`${words.left} `)}&ROUND(100-${place},2)&" %",${quoted(`${words.over} `)}&ROUND(${place}-100,2)&" %")`;
	return `IF(ABS(${place}-100)<=${tolerance},${quoted(words.ready)},${rest})`;
}

function sumText(sum: number, tolerance: number, words: QuestionnaireWords): string {
	if (Math.abs(sum - 100) <= tolerance) return words.ready;
	const off = Math.round(Math.abs(100 - sum) * 100) / 100;
	return `${sum < 100 ? words.left : words.over} ${off} %`;
}

function numberOf(value: string | number | undefined): number {
	return typeof value === 'number' ? value : 0;
}

import ExcelJS from 'exceljs';
import { cleanText } from '../shared/cells.ts';
import { sheetName } from '../shared/address.ts';

/** One cell of a file that comes back: its value, its colour, what is to be said about it. */
export interface MarkedCell {
	readonly value: string | number;
	readonly look: 'plain' | 'error' | 'warning' | 'corrected' | 'inferred';
	readonly note: string | null;
}

export interface MarkedSheet {
	readonly name: string;
	readonly rows: readonly {
		readonly number: number;
		readonly cells: readonly (MarkedCell | null)[];
		/** What became of the row; stands behind its last cell. */
		readonly outcome: string | null;
	}[];
	/** Column of the outcomes, from 0, and its heading. */
	readonly outcomeColumn: number;
	readonly outcomeHeading: { readonly row: number; readonly text: string } | null;
}

const FILL = {
	error: 'FFF9E3E0',
	warning: 'FFFBEED3',
	corrected: 'FFE5F1E4',
} as const;

const MOST_NOTE = 2000;

/**
 * The file as it was read, with coloured cells and notes, as a new workbook: what a person brought is never passed
 * through the library. Texts stay texts, so nothing in them can become a formula.
 */
export async function markedWorkbook(input: {
	readonly createdAt: string;
	readonly note: string;
	readonly sheets: readonly MarkedSheet[];
}): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	workbook.creator = 'Устрой';
	workbook.created = new Date(input.createdAt);
	const names: string[] = [];
	for (const sheet of input.sheets) {
		const name = sheetName(sheet.name, names);
		names.push(name);
		drawSheet(workbook.addWorksheet(name), sheet, input.note);
	}
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function drawSheet(worksheet: ExcelJS.Worksheet, sheet: MarkedSheet, note: string): void {
	for (const row of sheet.rows) {
		row.cells.forEach((cell, column) => {
			if (cell) drawCell(worksheet.getCell(row.number, column + 1), cell);
			if (cell && !isTitle(row) && String(cell.value).length > WIDEST)
				worksheet.getCell(row.number, column + 1).alignment = { wrapText: true, vertical: 'top' };
		});
		if (row.outcome !== null) worksheet.getCell(row.number, sheet.outcomeColumn + 1).value = row.outcome;
	}
	if (sheet.outcomeHeading) {
		const heading = worksheet.getCell(sheet.outcomeHeading.row, sheet.outcomeColumn + 1);
		heading.value = sheet.outcomeHeading.text;
		heading.font = { bold: true };
		heading.note = note;
	}
	for (let column = 1; column <= sheet.outcomeColumn; column++)
		worksheet.getColumn(column).width = widthOf(sheet, column - 1);
	worksheet.getColumn(sheet.outcomeColumn + 1).width = WIDEST;
	worksheet.pageSetup = {
		orientation: 'landscape',
		paperSize: 9,
		fitToPage: true,
		fitToWidth: 1,
		fitToHeight: 0,
	};
}

const NARROWEST = 7;
const WIDEST = 44;

/** A row that says one thing; its text runs on over its neighbours. */
function isTitle({ cells }: MarkedSheet['rows'][number]): boolean {
	return cells.filter((cell) => cell !== null && cell.value !== '').length < 2;
}

/** As wide as the longest text of a column, titles left out. */
function widthOf({ rows }: MarkedSheet, column: number): number {
	const lengths = rows
		.filter((row) => !isTitle(row))
		.map(({ cells }) => String(cells[column]?.value ?? '').length);
	const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
	return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

function drawCell(target: ExcelJS.Cell, cell: MarkedCell): void {
	target.value = typeof cell.value === 'number' ? cell.value : cleanText(cell.value);
	if (cell.look === 'inferred') target.font = { italic: true };
	else if (cell.look !== 'plain')
		target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: FILL[cell.look] } };
	if (cell.note !== null) target.note = cleanText(cell.note).slice(0, MOST_NOTE);
}

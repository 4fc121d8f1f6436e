import type { CellValue, DataValidation, PageSetup, Row as SheetRow, Style, Worksheet } from 'exceljs';
import { dayOf, monthOf, yearOf } from '#lib/domain/shared/index.ts';
import { address, columnLetter, sheetRef } from './address.ts';
import type { Cell } from './cells.ts';
import { countLines, LINE_POINTS, rowHeight } from './height.ts';
import {
	FIRST_ROW,
	HEADER_ROW,
	hasIds,
	ID_HEADER,
	regionOf,
	totalRowOf,
	type Column,
	type Cover,
	type Row,
	type TableSheet,
	type WorkbookSpec,
} from './sheet.ts';
import {
	bodyStyle,
	FAILED,
	HEADER,
	HEADING,
	LABEL,
	LINK,
	NOTE,
	SIGNATURE,
	SUBTITLE,
	TITLE,
	UPRIGHT_HEADER,
} from './styles.ts';

const COVER_WIDTHS = [34, 76] as const;

/** Fills a sheet with its table, row after row, so that the streaming writer can let go of each. */
export function drawTable(worksheet: Worksheet, sheet: TableSheet): void {
	const width = sheet.columns.length;
	const isKeyed = hasIds(sheet);
	worksheet.columns = [
		...sheet.columns.map((column) => ({ width: column.width })),
		...(isKeyed ? [{ width: 12, hidden: true }] : []),
	];
	if (sheet.hasFilter !== false && sheet.rows.length > 0) {
		worksheet.autoFilter = `A${HEADER_ROW}:${address(isKeyed ? width : width - 1, regionOf(sheet).lastRow)}`;
	}
	const span = sheet.columns.reduce((sum, column) => sum + column.width, 0);
	drawSpanned(worksheet, { value: sheet.title, style: TITLE, columns: width, span: span * 0.7, height: 22 });
	drawSpanned(worksheet, { value: sheet.subtitle, style: SUBTITLE, columns: width, span });
	worksheet.addRow([]).commit();
	drawHeader(worksheet, sheet.columns, isKeyed);
	for (const row of sheet.rows) drawRow(worksheet, row, sheet, true);
	const total = totalRowOf(sheet);
	if (total) drawRow(worksheet, total, sheet);
	for (const check of sheet.checks ?? []) drawRow(worksheet, check, sheet);
	drawTail(worksheet, sheet, span);
	markFailedChecks(worksheet, sheet);
}

/** The first sheet: what the file is, what is in it, what the colours mean, what to beware of. */
export function drawCover(worksheet: Worksheet, spec: WorkbookSpec): void {
	const { cover, sheets } = spec;
	worksheet.columns = COVER_WIDTHS.map((width) => ({ width }));
	const span = COVER_WIDTHS[0] + COVER_WIDTHS[1];
	drawSpanned(worksheet, { value: cover.title, style: TITLE, columns: 2, span: span * 0.7, height: 26 });
	worksheet.addRow([]).commit();
	for (const { label, value } of cover.facts) {
		const style = bodyStyle({
			cell: value,
			column: { header: '', width: 0, align: 'left' },
			look: 'plain',
			indent: 0,
		});
		drawPair(worksheet, { left: label, leftStyle: LABEL, right: toValue(value), rightStyle: style });
	}
	drawHeading(worksheet, cover.sheetsHeading);
	for (const sheet of sheets) {
		const link = {
			formula: `HYPERLINK("#${sheetRef(sheet.name, 'A1')}","${sheet.name}")`,
			result: sheet.name,
		};
		drawPair(worksheet, { left: link, leftStyle: LINK, right: sheet.about, rightStyle: NOTE });
	}
	drawLegend(worksheet, cover);
	drawHeading(worksheet, cover.caveatsHeading);
	for (const caveat of cover.caveats) {
		drawSpanned(worksheet, { value: `• ${caveat}`, style: NOTE, columns: 2, span });
	}
}

/** Page set-up of a sheet: paper, repeated head, page numbers; one page wide unless columns are repeated as well. */
export function pageOf(input: {
	readonly paper: 'A4' | 'A3';
	readonly orientation: 'portrait' | 'landscape';
	readonly titleRow: number | null;
	/** So many columns stand on every page across. */
	readonly titleColumns?: number;
}): Partial<PageSetup> {
	const { titleColumns = 0 } = input;
	return {
		paperSize: (input.paper === 'A3' ? 8 : 9) as PageSetup['paperSize'] & number,
		orientation: input.orientation,
		...(titleColumns === 0
			? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
			: { pageOrder: 'overThenDown', printTitlesColumn: `A:${columnLetter(titleColumns - 1)}` }),
		horizontalCentered: true,
		margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
		...(input.titleRow === null ? {} : { printTitlesRow: `${input.titleRow}:${input.titleRow}` }),
	};
}

function drawHeader(worksheet: Worksheet, columns: readonly Column[], isKeyed: boolean): void {
	const row = worksheet.addRow([...columns.map((column) => column.header), ...(isKeyed ? [ID_HEADER] : [])]);
	row.eachCell((cell, at) => {
		cell.style = columns[at - 1]?.isUpright ? UPRIGHT_HEADER : HEADER;
	});
	row.height = Math.max(...columns.map(headerHeight));
	row.commit();
}

/** An upright header takes as much height as its letters are long; a very long one goes on in a second line. */
function headerHeight({ header, width, isUpright }: Column): number {
	if (isUpright) return Math.min(UPRIGHT_MOST, header.length * UPRIGHT_LETTER + 12);
	return LINE_POINTS * countLines(header, width - 2) + 8;
}

const UPRIGHT_LETTER = 5.6;
const UPRIGHT_MOST = 240;

function drawRow(worksheet: Worksheet, row: Row, sheet: TableSheet, isData = false): void {
	const look = row.look ?? 'plain';
	const drawn = worksheet.addRow(row.cells.map(toValue));
	sheet.columns.forEach((column, at) => {
		const cell = row.cells[at] ?? null;
		const indent = at === (sheet.indentColumn ?? 0) ? (row.level ?? 0) : 0;
		drawn.getCell(at + 1).style = bodyStyle({ cell, column, look, indent });
		if (isData && column.allowed) drawn.getCell(at + 1).dataValidation = validationOf(column.allowed);
	});
	if (row.id !== undefined) drawn.getCell(sheet.columns.length + 1).value = row.id;
	const indented = { column: sheet.indentColumn ?? 0, width: (row.level ?? 0) * 2 };
	const height = rowHeight(row.cells, sheet.columns, indented);
	if (height !== undefined) drawn.height = height;
	if (row.level !== undefined && row.level > 0) drawn.outlineLevel = Math.min(row.level, 6);
	drawn.commit();
}

function validationOf(allowed: NonNullable<Column['allowed']>): DataValidation {
	const stop = { allowBlank: true, showErrorMessage: true } as const;
	return 'list' in allowed
		? { type: 'list', formulae: [allowed.list], ...stop }
		: { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [allowed.atLeast], ...stop };
}

function drawTail(worksheet: Worksheet, sheet: TableSheet, span: number): void {
	const columns = sheet.columns.length;
	for (const note of sheet.notes ?? []) drawSpanned(worksheet, { value: note, style: NOTE, columns, span });
	for (const signature of sheet.signatures ?? []) {
		const row = worksheet.addRow([signature]);
		row.height = 30;
		row.getCell(1).style = SIGNATURE;
		row.commit();
	}
}

/** A rule, not a painted cell: whoever changes a number sees the check turn red. */
function markFailedChecks(worksheet: Worksheet, sheet: TableSheet): void {
	const { firstCheckRow } = regionOf(sheet);
	(sheet.checks ?? []).forEach((check, at) => {
		if (!check.isCheck) return;
		const row = firstCheckRow + at;
		worksheet.addConditionalFormatting({
			ref: `A${row}:${address(sheet.columns.length - 1, row)}`,
			rules: [
				{
					type: 'expression',
					priority: at + 1,
					formulae: [`AND(ISNUMBER(A${row}),ABS(A${row})>0.004)`],
					style: FAILED,
				},
			],
		});
	});
}

function drawLegend(worksheet: Worksheet, cover: Cover): void {
	if (cover.legend.length === 0) return;
	drawHeading(worksheet, cover.legendHeading);
	for (const { look, sample, meaning } of cover.legend) {
		const leftStyle = bodyStyle({ cell: null, column: undefined, look, indent: 0 });
		drawPair(worksheet, { left: sample, leftStyle, right: meaning, rightStyle: NOTE });
	}
}

function drawHeading(worksheet: Worksheet, heading: string): void {
	worksheet.addRow([]).commit();
	drawPair(worksheet, { left: heading, leftStyle: HEADING, right: null, rightStyle: HEADING });
}

function drawPair(
	worksheet: Worksheet,
	pair: {
		readonly left: CellValue;
		readonly leftStyle: Partial<Style>;
		readonly right: CellValue;
		readonly rightStyle: Partial<Style>;
	},
): void {
	const row = worksheet.addRow([pair.left, pair.right]);
	row.getCell(1).style = pair.leftStyle;
	row.getCell(2).style = pair.rightStyle;
	const lines = typeof pair.right === 'string' ? countLines(pair.right, COVER_WIDTHS[1]) : 1;
	if (lines > 1) row.height = lines * LINE_POINTS + 2;
	row.commit();
}

/** A line over the whole width; merged, because it is no data, and given its height, because merged cells keep none. */
function drawSpanned(
	worksheet: Worksheet,
	line: {
		readonly value: string;
		readonly style: Partial<Style>;
		readonly columns: number;
		readonly span: number;
		readonly height?: number;
	},
): void {
	const row: SheetRow = worksheet.addRow([line.value]);
	row.getCell(1).style = line.style;
	if (line.columns > 1) worksheet.mergeCells(row.number, 1, row.number, line.columns);
	row.height = (line.height ?? LINE_POINTS) * countLines(line.value, line.span);
	row.commit();
}

function toValue(cell: Cell): CellValue {
	if (cell === null) return null;
	switch (cell.kind) {
		case 'text':
		case 'number':
			return cell.value;
		case 'date':
			return new Date(Date.UTC(yearOf(cell.value), monthOf(cell.value) - 1, dayOf(cell.value)));
		case 'formula':
			return { formula: cell.formula, result: cell.result };
	}
}

export const FROZEN_ROWS = FIRST_ROW - 1;

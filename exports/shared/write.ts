import ExcelJS, { type AddWorksheetOptions, type HeaderFooter, type Workbook, type Worksheet } from 'exceljs';
import { drawCover, drawTable, FROZEN_ROWS, pageOf } from './draw.ts';
import { columnLetter } from './address.ts';
import { FIRST_ROW, HEADER_ROW, regionOf, type TableSheet, type WorkbookSpec } from './sheet.ts';

/** Above so many rows the file is written as a stream, so that memory stays small. */
export const STREAM_ABOVE = 5_000;

const MAKER = 'Устрой';
const MAX_HEADER = 200;

/** The workbook as bytes; for what fits in memory. */
export async function workbookBytes(spec: WorkbookSpec): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	workbook.calcProperties.fullCalcOnLoad = true;
	fill(workbook, spec);
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The workbook as a file: streamed when it is large, made whole otherwise. */
export async function writeWorkbook(spec: WorkbookSpec, filename: string): Promise<void> {
	if (countRows(spec) > STREAM_ABOVE) return streamWorkbook(spec, filename);
	const workbook = new ExcelJS.Workbook();
	workbook.calcProperties.fullCalcOnLoad = true;
	fill(workbook, spec);
	await workbook.xlsx.writeFile(filename);
}

export function countRows(spec: WorkbookSpec): number {
	return spec.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
}

async function streamWorkbook(spec: WorkbookSpec, filename: string): Promise<void> {
	const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
		filename,
		useStyles: true,
		useSharedStrings: false,
	});
	fill(workbook, spec);
	await workbook.commit();
}

/** Both writers of the library take the same calls; a streamed sheet lets go of its rows as they are drawn. */
function fill(workbook: Pick<Workbook, 'addWorksheet'> & Partial<Workbook>, spec: WorkbookSpec): void {
	Object.assign(workbook, {
		creator: MAKER,
		lastModifiedBy: MAKER,
		created: new Date(spec.createdAt),
		modified: new Date(spec.createdAt),
		title: spec.title,
	});
	const cover = workbook.addWorksheet(spec.cover.name, {
		pageSetup: pageOf({ paper: 'A4', orientation: 'portrait', titleRow: null }),
		headerFooter: headerFooter(spec),
		views: [{ showGridLines: false }],
	});
	drawCover(cover, spec);
	close(cover);
	for (const sheet of spec.sheets) {
		const worksheet = workbook.addWorksheet(sheet.name, optionsOf(sheet, spec));
		drawTable(worksheet, sheet);
		close(worksheet);
	}
	drawLists(workbook, spec);
	nameRanges(workbook, spec);
}

/** The nomenclatures on a hidden sheet, one in each column. */
function drawLists(workbook: Pick<Workbook, 'addWorksheet'>, { lists }: WorkbookSpec): void {
	if (!lists) return;
	const worksheet = workbook.addWorksheet(lists.sheet, {
		state: 'hidden',
		pageSetup: pageOf({ paper: 'A4', orientation: 'portrait', titleRow: null }),
		views: [{ showGridLines: false }],
	});
	const longest = Math.max(0, ...lists.lists.map(({ values }) => values.length));
	for (let at = 0; at < longest; at++)
		worksheet.addRow(lists.lists.map(({ values }) => values[at] ?? null)).commit();
	close(worksheet);
}

/** Names of the nomenclatures and of columns, for formulas and for choosing. */
function nameRanges(workbook: Partial<Workbook>, { lists, sheets }: WorkbookSpec): void {
	const add = (name: string, sheet: string, column: number, [first, last]: readonly [number, number]) => {
		const letter = columnLetter(column);
		if (last >= first) workbook.definedNames?.add(`'${sheet}'!$${letter}$${first}:$${letter}$${last}`, name);
	};
	lists?.lists.forEach(({ name, values }, at) => add(name, lists.sheet, at, [1, values.length]));
	for (const sheet of sheets)
		sheet.columns.forEach(({ rangeName }, at) => {
			if (rangeName !== undefined) add(rangeName, sheet.name, at, [FIRST_ROW, regionOf(sheet).lastRow]);
		});
}

function optionsOf(sheet: TableSheet, spec: WorkbookSpec): Partial<AddWorksheetOptions> {
	return {
		pageSetup: pageOf({
			paper: sheet.paper,
			orientation: sheet.orientation ?? 'landscape',
			titleRow: HEADER_ROW,
			...(sheet.isWide && { titleColumns: sheet.frozenColumns }),
		}),
		headerFooter: headerFooter(spec),
		views: [{ state: 'frozen', xSplit: sheet.frozenColumns, ySplit: FROZEN_ROWS, showGridLines: false }],
		properties: { ...OUTLINE, outlineLevelRow: deepestLevel(sheet) + 1 },
	};
}

/** Summaries stand above what they sum; the library reads rows below `outlineLevelRow` as unfolded. */
const OUTLINE = {
	defaultRowHeight: 15,
	dyDescent: 0,
	outlineLevelCol: 0,
	showGridLines: false,
	outlineProperties: { summaryBelow: false, summaryRight: false },
};

function deepestLevel(sheet: TableSheet): number {
	return sheet.rows.reduce((deepest, row) => Math.max(deepest, row.level ?? 0), 0);
}

/** Codes of the format: &L, &C, &R the place, &P the page, &N the pages; a real ampersand is doubled. */
function headerFooter(spec: WorkbookSpec): Partial<HeaderFooter> {
	const literal = (value: string) => value.slice(0, MAX_HEADER / 2).replaceAll('&', '&&');
	return {
		oddHeader: `&L&9${literal(` ${spec.print.left}`)}&R&9${literal(` ${spec.print.right}`)}`,
		oddFooter: `&L&9${literal(` ${spec.title}`)}&R&9${spec.print.page}`,
	};
}

function close(worksheet: Worksheet): void {
	if ('commit' in worksheet && typeof worksheet.commit === 'function') worksheet.commit();
}

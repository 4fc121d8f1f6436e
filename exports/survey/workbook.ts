import ExcelJS, { type Worksheet } from 'exceljs';
import { sheetName } from '../shared/address.ts';
import { cleanText } from '../shared/cells.ts';
import { HEADER, NOTE, SUBTITLE, TITLE } from '../shared/styles.ts';
import { allowPercent, at, choose, FONT, heightOf, inputStyle, markCell } from './cells.ts';
import { COLUMN, LISTS, QUESTIONNAIRE_FORMAT, ROW, type QuestionnaireField } from './layout.ts';
import type { QuestionnaireRow, QuestionnaireSheet, QuestionnaireWords } from './sheet-model.ts';
import { drawSum } from './sum-row.ts';

/**
 * A questionnaire of one or several people, one sheet each: only what is to be filled in can be changed, choices come
 * from lists, the sum is checked by a formula as one types, and the keys stand in a hidden column with a checksum.
 */
export async function questionnaireWorkbook(input: {
	readonly createdAt: string;
	readonly words: QuestionnaireWords;
	readonly sheets: readonly QuestionnaireSheet[];
}): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	workbook.creator = 'Устрой';
	workbook.created = new Date(input.createdAt);
	workbook.calcProperties.fullCalcOnLoad = true;
	const { words } = input;
	await drawInstructions(workbook.addWorksheet(sheetName(words.instructionsName)), words);
	const names = [words.instructionsName, LISTS];
	for (const sheet of input.sheets) {
		const name = sheetName(sheet.name, names);
		names.push(name);
		await drawSheet(workbook.addWorksheet(name), sheet, words);
	}
	await drawLists(workbook.addWorksheet(LISTS, { state: 'veryHidden' }), words, input.sheets);
	workbook.views = [
		{ x: 0, y: 0, width: 20_000, height: 12_000, firstSheet: 0, activeTab: 1, visibility: 'visible' },
	];
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const INSTRUCTIONS_WIDTH = 100;
/** The number that workbooks know the paper by. */
const A4 = 9;

async function drawInstructions(target: Worksheet, words: QuestionnaireWords): Promise<void> {
	target.getColumn(1).width = INSTRUCTIONS_WIDTH;
	words.instructions.forEach((line, at) => {
		const cell = target.getCell(at + 1, 1);
		cell.value = cleanText(line);
		cell.style = at === 0 ? TITLE : { font: FONT, alignment: { wrapText: true, vertical: 'top' } };
		target.getRow(at + 1).height = at === 0 ? 24 : heightOf(line, INSTRUCTIONS_WIDTH);
	});
	target.pageSetup = {
		paperSize: A4,
		orientation: 'portrait',
		fitToPage: true,
		fitToWidth: 1,
		fitToHeight: 0,
	};
	await target.protect('', {});
}

/** The lists to choose from, and the keys of all sheets, so that a deleted one is noticed. */
async function drawLists(
	target: Worksheet,
	words: QuestionnaireWords,
	sheets: readonly QuestionnaireSheet[],
): Promise<void> {
	const keys = sheets.map(({ key }) => key);
	[words.participations, words.months, words.groups, keys].forEach((list, column) =>
		list.forEach((value, at) => (target.getCell(at + 1, column + 1).value = cleanText(value))),
	);
	await target.protect('', {});
}

const WIDTHS: Readonly<Record<number, number>> = {
	[COLUMN.group]: 24,
	[COLUMN.text]: 60,
	[COLUMN.share]: 11,
	[COLUMN.low]: 11,
	[COLUMN.high]: 11,
	[COLUMN.participation]: 18,
	[COLUMN.peak]: 14,
	[COLUMN.secondPeak]: 14,
};

const TABLE_WIDTH = Object.values(WIDTHS).reduce((sum, width) => sum + width, 0);

/** Two lines: a heading is wider than the numbers below it. */
const HEADER_HEIGHT = 33;

async function drawSheet(
	target: Worksheet,
	sheet: QuestionnaireSheet,
	words: QuestionnaireWords,
): Promise<void> {
	for (const [column, width] of Object.entries(WIDTHS)) target.getColumn(Number(column) + 1).width = width;
	target.getColumn(COLUMN.key + 1).hidden = true;
	at(target, ROW.key, COLUMN.key).value = sheet.key;
	at(target, ROW.format, COLUMN.key).value = QUESTIONNAIRE_FORMAT;
	drawHead(target, sheet);
	drawSum(target, sheet, words);
	for (const [field, column] of Object.entries(COLUMN))
		if (field !== 'key') {
			const cell = at(target, ROW.header, column);
			cell.value = words.headers[field as QuestionnaireField];
			cell.style = HEADER;
		}
	target.getRow(ROW.header).height = HEADER_HEIGHT;
	sheet.rows.forEach((row, index) => drawRow(target, ROW.first + index, row, words));
	target.views = [{ state: 'frozen', xSplit: 3, ySplit: ROW.header, showGridLines: false }];
	target.pageSetup = {
		paperSize: A4,
		orientation: 'landscape',
		fitToPage: true,
		fitToWidth: 1,
		fitToHeight: 0,
	};
	await target.protect('', {
		selectLockedCells: true,
		selectUnlockedCells: true,
		formatColumns: true,
		formatRows: true,
	});
}

function drawHead(target: Worksheet, sheet: QuestionnaireSheet): void {
	[sheet.title, sheet.about, sheet.privacy].forEach((line, index) => {
		const cell = at(target, index + 1, COLUMN.group);
		cell.value = cleanText(line);
		cell.style = index === 0 ? TITLE : index === 1 ? SUBTITLE : NOTE;
		target.mergeCells(index + 1, COLUMN.group + 1, index + 1, COLUMN.secondPeak + 1);
		target.getRow(index + 1).height = index === 0 ? 24 : heightOf(line, TABLE_WIDTH);
	});
}

function drawRow(target: Worksheet, row: number, line: QuestionnaireRow, words: QuestionnaireWords): void {
	at(target, row, COLUMN.key).value = line.key;
	const fixed = { font: FONT, alignment: { wrapText: true, vertical: 'top' } } as const;
	for (const field of ['group', 'text'] as const) {
		const cell = at(target, row, COLUMN[field]);
		const typed = line.values[field];
		cell.value = cleanText(String(typed ?? line[field]));
		cell.style = line.kind === 'own' ? { ...fixed, ...inputStyle() } : fixed;
		if (line.marks[field]) markCell(cell, line.marks[field]);
	}
	target.getRow(row).height = Math.max(
		...(['group', 'text'] as const).map((field) =>
			heightOf(String(line.values[field] ?? line[field]), WIDTHS[COLUMN[field]] ?? TABLE_WIDTH),
		),
	);
	if (line.kind === 'own') choose(at(target, row, COLUMN.group), 'C', words.groups.length);
	if (line.kind === 'note') return drawNote(target, row, line);
	for (const field of INPUTS) {
		const cell = at(target, row, COLUMN[field]);
		const typed = line.values[field];
		cell.value = typeof typed === 'string' ? cleanText(typed) : (typed ?? null);
		cell.style = inputStyle();
		if (line.marks[field]) markCell(cell, line.marks[field]);
	}
	for (const field of ['share', 'low', 'high'] as const)
		allowPercent(at(target, row, COLUMN[field]), words.wrongNumber);
	choose(at(target, row, COLUMN.participation), 'A', words.participations.length);
	for (const field of ['peak', 'secondPeak'] as const)
		choose(at(target, row, COLUMN[field]), 'B', words.months.length);
}

const INPUTS = ['share', 'low', 'high', 'participation', 'peak', 'secondPeak'] as const;

/** A free text: the question in the place of the work, the answer over the rest of the row. */
function drawNote(target: Worksheet, row: number, line: QuestionnaireRow): void {
	const cell = at(target, row, COLUMN.share);
	cell.value = cleanText(String(line.values.share ?? ''));
	cell.style = { ...inputStyle(), alignment: { wrapText: true, vertical: 'top' } };
	target.mergeCells(row, COLUMN.share + 1, row, COLUMN.secondPeak + 1);
	target.getRow(row).height = Math.max(48, heightOf(line.text, WIDTHS[COLUMN.text] ?? TABLE_WIDTH));
}

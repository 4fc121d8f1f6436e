import type { Readable } from 'node:stream';
import type { Grid, GridCell, GridRow, MergedRange } from '#lib/domain/imports/index.ts';
import { MOST_COLUMNS, MOST_MERGES, UnreadableFile } from './limits.ts';
import { serialDay, type NumberStyle } from './styles.ts';
import { readXml, type XmlListener } from './xml.ts';

/** Counts over the whole workbook, so that many sheets together keep to the limits too. */
export interface Budget {
	cells: number;
	/** Of texts as they stand in the file. */
	characters: number;
	/** Of texts in the cells: a text that the file holds once may stand in many of them. */
	shown: number;
}

/** Takes the next rows of a sheet away while the sheet is still being read. */
export type TakeRows = (rows: readonly GridRow[]) => Promise<void>;

/** What a cell is read with. */
export interface SheetSurroundings {
	readonly strings: readonly string[];
	readonly styles: readonly NumberStyle[];
	readonly budget: Budget;
	readonly isFrom1904: boolean;
	/** Without it the grid holds all rows; with it, those that were not taken. */
	readonly take?: TakeRows | undefined;
}

export interface SheetFacts {
	readonly rows: number;
	readonly hiddenRows: number;
	readonly formulas: number;
	readonly errors: number;
	/** Filled cells passed over because they stand too far to the right. */
	readonly tooWide: number;
}

export interface ReadSheet {
	readonly grid: Omit<Grid, 'name' | 'isHidden'>;
	readonly facts: SheetFacts;
}

interface OpenCell {
	column: number;
	row: number;
	isHidden: boolean;
	type: string;
	style: number;
	isFormula: boolean;
	text: string;
}

/** Reads the cells of one sheet; empty cells and rows leave no trace, however many the file formats. */
export async function readSheet(stream: Readable, around: SheetSurroundings): Promise<ReadSheet> {
	const kept = collector(around);
	const merges: MergedRange[] = [];
	const hiddenColumns: number[] = [];
	const at = { row: 0, column: -1, isHidden: false };
	let cell: OpenCell | null = null;
	let isValue = false;
	const listener: XmlListener = {
		open: (element, attribute) => {
			if (element === 'c') {
				const place = parseAddress(attribute('r') ?? '');
				at.column = place?.column ?? at.column + 1;
				const type = attribute('t') ?? 'n';
				const style = Number(attribute('s') ?? 0);
				const row = place?.row ?? at.row;
				cell = { ...at, row, type, style, isFormula: false, text: '' };
			} else if (element === 'v' || element === 't') isValue = cell !== null;
			else if (element === 'f' && cell) cell.isFormula = true;
			else if (element === 'row') {
				at.row = rowNumber(attribute('r')) ?? at.row + 1;
				at.column = -1;
				at.isHidden = isTrue(attribute('hidden'));
			} else if (element === 'mergeCell' && merges.length < MOST_MERGES) {
				const range = parseRange(attribute('ref') ?? '');
				if (range) merges.push(range);
			} else if (element === 'col' && isTrue(attribute('hidden')))
				hiddenColumns.push(...columnsOf(Number(attribute('min')), Number(attribute('max'))));
		},
		text: (piece) => {
			if (!isValue || !cell) return;
			cell.text += piece;
			if ((around.budget.characters -= piece.length) < 0) throw new UnreadableFile('file/too-many-cells');
		},
		close: (element) => {
			if (element === 'v' || element === 't') isValue = false;
			if (element !== 'c' || !cell) return;
			kept.keep(cell);
			cell = null;
		},
	};
	await readXml(stream, listener, around.take && (() => kept.handOver()));
	const hidden = hiddenColumns.filter((column) => column < kept.width());
	return { grid: { rows: kept.rows, merges, hiddenColumns: hidden }, facts: kept.facts };
}

/** Gathers filled cells into rows; keeps to the limits of the whole workbook. */
function collector({ take, ...around }: SheetSurroundings) {
	const rows: (GridRow & { readonly cells: (GridCell | null)[] })[] = [];
	const facts = { rows: 0, hiddenRows: 0, formulas: 0, errors: 0, tooWide: 0 };
	const since = { cells: 0, shown: 0 };
	let width = 0;
	const rowOf = (cell: OpenCell) => {
		const last = rows.at(-1);
		if (last?.number === cell.row) return last;
		if (last && last.number > cell.row) throw new UnreadableFile('file/damaged');
		const row = { number: cell.row, cells: [], ...(cell.isHidden ? { isHidden: true as const } : {}) };
		rows.push(row);
		facts.rows++;
		if (cell.isHidden) facts.hiddenRows++;
		return row;
	};
	const keep = (cell: OpenCell): void => {
		const found = valueOf(cell, around);
		if (found === null) return;
		if (cell.isFormula) facts.formulas++;
		if (found.mark === 'error') facts.errors++;
		if (cell.column >= MOST_COLUMNS) {
			facts.tooWide++;
			return;
		}
		spend(around.budget, since, found);
		const { cells } = rowOf(cell);
		while (cells.length <= cell.column) cells.push(null);
		cells[cell.column] = found;
		width = Math.max(width, cells.length);
	};
	/** Gives away all rows but the last, which may go on. */
	const handOver = async (): Promise<void> => {
		if (since.cells < PART.cells && since.shown < PART.shown) return;
		Object.assign(since, { cells: 0, shown: 0 });
		await take?.(rows.splice(0, rows.length - 1));
	};
	return { rows, facts, keep, handOver, width: () => width };
}

/** Rows are given away when they come to so much. */
const PART = { cells: 4000, shown: 200_000 };

function spend(budget: Budget, since: { cells: number; shown: number }, { value }: GridCell): void {
	const shown = typeof value === 'string' ? value.length : 0;
	since.cells++;
	since.shown += shown;
	if ((budget.cells -= 1) < 0 || (budget.shown -= shown) < 0) throw new UnreadableFile('file/too-many-cells');
}

function valueOf(
	cell: OpenCell,
	{ strings, styles, isFrom1904 }: Pick<SheetSurroundings, 'strings' | 'styles' | 'isFrom1904'>,
): GridCell | null {
	const { type, text } = cell;
	const mark = cell.isFormula ? ({ mark: 'formula' } as const) : {};
	if (type === 'e') return { value: text, mark: 'error' };
	if (type === 's') return filled(strings[Number(text)] ?? '', mark);
	if (type === 'b') return { value: text === '1' ? 'да' : 'не', ...mark };
	if (type !== 'n') return filled(type === 'd' ? text.slice(0, 10) : text, mark);
	if (text.trim() === '') return null;
	const number = Number(text);
	if (!Number.isFinite(number)) return { value: text, mark: 'error' };
	const style = styles[cell.style];
	if (style?.kind === 'date') return { value: serialDay(number, isFrom1904) ?? number, ...mark };
	if (style?.kind === 'zeros' && Number.isInteger(number))
		return { value: String(number).padStart(style.digits, '0'), ...mark };
	return { value: number, ...mark };
}

function filled(text: string, mark: { readonly mark?: 'formula' }): GridCell | null {
	return text.trim() === '' ? null : { value: unescape(text), ...mark };
}

/** `_x000D_` and the like are the format's way of writing control characters. */
function unescape(text: string): string {
	return text.includes('_x')
		? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
		: text;
}

function parseAddress(text: string): { readonly column: number; readonly row: number } | undefined {
	const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
	if (!match) return undefined;
	const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
	return { column, row: Number(match[2]) };
}

function parseRange(text: string): MergedRange | undefined {
	const [from, to] = text.split(':').map(parseAddress);
	if (!from || !to || to.row < from.row || to.column < from.column) return undefined;
	return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

function rowNumber(text: string | undefined): number | undefined {
	return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}

function columnsOf(first: number, last: number): readonly number[] {
	const length = Math.min(MOST_COLUMNS, last - first + 1);
	return length > 0 ? Array.from({ length }, (_, at) => first - 1 + at) : [];
}

function isTrue(text: string | undefined): boolean {
	return text === '1' || text === 'true';
}

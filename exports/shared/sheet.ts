import { address, columnRange } from './address.ts';
import { formula, numericValue, type Cell, type Format } from './cells.ts';

/** How a row looks; the same is always said in words in one of its cells. */
export type Look = 'plain' | 'group' | 'total' | 'new' | 'closed' | 'moved' | 'changed' | 'warning';

export interface Column {
	readonly header: string;
	/** Width in characters. */
	readonly width: number;
	readonly align?: 'left' | 'right' | 'center';
	/** Sums the column in the total row, ignoring rows hidden by a filter. */
	readonly total?: Format;
	/** The header reads upwards, for narrow columns. */
	readonly isUpright?: boolean;
	/** Counts the filled cells of the column in the total row instead, ignoring hidden rows. */
	readonly isCounted?: boolean;
	/** What may be typed into the cells of its rows: a value of a named list, or a number of no less. */
	readonly allowed?: { readonly list: string } | { readonly atLeast: number };
	/** The cells of its rows go by this name in formulas of the whole file. */
	readonly rangeName?: string;
}

export interface Row {
	readonly cells: readonly Cell[];
	/** What the row is about, by its stable key: stands in a hidden last column, so that the row is known wherever it goes. */
	readonly id?: string;
	readonly look?: Look;
	/** Below the table: every number of the row must be zero. */
	readonly isCheck?: boolean;
	/** Counted anew each time the file is made, from what is not frozen; a check passes it over. */
	readonly isLive?: boolean;
	/** Depth in a hierarchy: indents the first text cell and groups the rows, 0–7. */
	readonly level?: number;
}

/** A sheet with one table: title, subtitle, header, rows, total, notes, signatures. */
export interface TableSheet {
	readonly name: string;
	readonly title: string;
	readonly subtitle: string;
	/** One sentence for the list of sheets on the cover. */
	readonly about: string;
	readonly columns: readonly Column[];
	readonly rows: readonly Row[];
	/** Label of the total row; no total row without it. */
	readonly totalLabel?: string;
	/** Column that holds the total label. */
	readonly totalLabelColumn?: number;
	/** Lines below the table, such as checks against other sheets. */
	readonly checks?: readonly Row[];
	readonly notes?: readonly string[];
	readonly signatures?: readonly string[];
	/** Columns that stay in sight while scrolling. */
	readonly frozenColumns: number;
	/** Column that `level` indents. */
	readonly indentColumn?: number;
	readonly paper: 'A4' | 'A3';
	readonly orientation?: 'portrait' | 'landscape';
	readonly hasFilter?: boolean;
	/** Printed over as many pages as it is wide, with the frozen columns on each. */
	readonly isWide?: boolean;
}

export interface CoverLine {
	readonly label: string;
	readonly value: Cell;
}

export interface Cover {
	readonly name: string;
	readonly title: string;
	readonly facts: readonly CoverLine[];
	readonly sheetsHeading: string;
	readonly legendHeading: string;
	readonly legend: readonly { readonly look: Look; readonly sample: string; readonly meaning: string }[];
	readonly caveatsHeading: string;
	readonly caveats: readonly string[];
}

/** A nomenclature that has a name in the whole file. */
export interface NamedList {
	readonly name: string;
	readonly values: readonly string[];
}

export interface WorkbookSpec {
	readonly title: string;
	/** The moment of making, ISO in UTC; injected so that files can be compared. */
	readonly createdAt: string;
	/** Printed at the head and the foot of every page. */
	readonly print: { readonly left: string; readonly right: string; readonly page: string };
	readonly cover: Cover;
	/** What columns choose from, on a hidden sheet of their own. */
	readonly lists?: { readonly sheet: string; readonly lists: readonly NamedList[] };
	readonly sheets: readonly TableSheet[];
}

export const HEADER_ROW = 4;
export const FIRST_ROW = HEADER_ROW + 1;

export const ID_HEADER = 'id';

/** Whether rows of the sheet are known by their key; then the column after the last one holds the keys. */
export function hasIds({ rows }: Pick<TableSheet, 'rows'>): boolean {
	return rows.some(({ id }) => id !== undefined);
}

/** Row numbers of a table in its sheet; `lastRow` is before `FIRST_ROW` when there are no rows. */
export function regionOf(sheet: { readonly rows: readonly unknown[]; readonly totalLabel?: string }): {
	readonly lastRow: number;
	readonly totalRow: number | null;
	readonly firstCheckRow: number;
} {
	const lastRow = HEADER_ROW + sheet.rows.length;
	const hasTotal = sheet.totalLabel !== undefined && sheet.rows.length > 0;
	return {
		lastRow,
		totalRow: hasTotal ? lastRow + 1 : null,
		firstCheckRow: lastRow + (hasTotal ? 2 : 1),
	};
}

/** The total row: SUBTOTAL formulas with their right results; undefined when the table has none. */
export function totalRowOf(sheet: TableSheet): Row | undefined {
	const { lastRow, totalRow } = regionOf(sheet);
	if (totalRow === null || sheet.totalLabel === undefined) return undefined;
	const labelColumn = sheet.totalLabelColumn ?? 0;
	const label = { kind: 'text', value: sheet.totalLabel } as const;
	return {
		look: 'total',
		cells: sheet.columns.map((column, at): Cell => {
			if (at === labelColumn) return label;
			const range = columnRange(at, FIRST_ROW, lastRow);
			if (column.isCounted) return formula(`SUBTOTAL(103,${range})`, filledCells(sheet.rows, at), 'whole');
			if (column.total === undefined) return null;
			return formula(`SUBTOTAL(109,${range})`, columnSum(sheet.rows, at), column.total);
		}),
	};
}

/** How many cells of a column are filled. */
export function filledCells(rows: readonly Row[], column: number): number {
	return rows.filter((row) => (row.cells[column] ?? null) !== null).length;
}

/** Sum of what a column shows, to ten decimals so that binary fractions do not show. */
export function columnSum(rows: readonly Row[], column: number): number {
	return roundSum(rows.reduce((sum, row) => sum + (numericValue(row.cells[column]) ?? 0), 0));
}

export function roundSum(value: number): number {
	return Math.round(value * 1e10) / 1e10;
}

/** Address of the total of a column, for formulas of other sheets. */
export function totalAddress(sheet: TableSheet, column: number): string {
	const { totalRow, lastRow } = regionOf(sheet);
	return address(column, totalRow ?? lastRow);
}

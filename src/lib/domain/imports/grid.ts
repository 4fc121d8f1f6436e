/** What stands in one cell of a sheet. */
export interface GridCell {
	/** As stored in the file: a number stays a number, everything else is text; a date is `YYYY-MM-DD`. */
	readonly value: string | number;
	/** The value is the remembered result of a formula, or an error of one. */
	readonly mark?: 'formula' | 'error';
	/** Empty in the file; the value of the merged cell that it belongs to, from above or from the left. */
	readonly inferred?: 'down' | 'across';
}

export interface GridRow {
	/** Number of the row as the office program shows it, from 1. */
	readonly number: number;
	readonly isHidden?: true;
	readonly cells: readonly (GridCell | null)[];
}

/** A merged range: rows from 1, columns from 0, ends included. */
export interface MergedRange {
	readonly top: number;
	readonly left: number;
	readonly bottom: number;
	readonly right: number;
}

/** One sheet of a workbook, or a text table, independent of the file it came from. */
export interface Grid {
	readonly name: string;
	readonly isHidden: boolean;
	/** Rows with at least one filled cell, in order. */
	readonly rows: readonly GridRow[];
	readonly merges: readonly MergedRange[];
	/** Columns that the file hides, from 0. */
	readonly hiddenColumns: readonly number[];
}

/** The text of a cell without blanks around it; a number as it would be typed; empty for no cell. */
export function cellText(cell: GridCell | null | undefined): string {
	if (!cell) return '';
	return typeof cell.value === 'number' ? plainNumber(cell.value) : tidyCell(cell.value);
}

/** Letter address of a cell: column from 0, row from 1; (2, 14) → `C14`. */
export function cellAddress(column: number, row: number): string {
	let letters = '';
	for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
		letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
	return `${letters}${row}`;
}

/** How many columns the widest row has. */
export function gridWidth(grid: Pick<Grid, 'rows'>): number {
	return grid.rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
}

/** One-line text: non-breaking and other blanks become single spaces, none at the ends. */
export function tidyCell(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\u200b\u00ad\ufeff]/gu, '')
		.replace(/\s+/gu, ' ')
		.trim();
}

/** The name of a file as it is kept and shown: one line of at most 200 signs, „—“ for none. */
export function tidyFileName(name: string): string {
	return tidyCell(name).slice(0, 200) || '—';
}

/** At most ten decimals, so that binary fractions do not show. */
function plainNumber(value: number): string {
	return String(Math.round(value * 1e10) / 1e10);
}

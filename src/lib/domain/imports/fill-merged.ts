import type { Grid, GridCell, GridRow, MergedRange } from './grid.ts';

/** Above so many cells a merge is decoration, not data; so are merges beyond the second number together. */
const MOST_CELLS = 20_000;
const MOST_CELLS_IN_ALL = 500_000;

/**
 * Gives every cell of a merged range the value of its first cell, marked as inferred. What was inferred across columns
 * counts for titles and headings, what was inferred down the rows also for data.
 * Example: a unit merged over A5:A7 stands in A5, and as inferred in A6 and A7.
 */
export function fillMerged(grid: Grid): Grid {
	if (grid.merges.length === 0) return grid;
	const rows = new Map(grid.rows.map((row) => [row.number, row]));
	const filled = new Map<number, (GridCell | null)[]>();
	let left = MOST_CELLS_IN_ALL;
	for (const range of grid.merges) {
		const size = (range.bottom - range.top + 1) * (range.right - range.left + 1);
		if (size <= MOST_CELLS && (left -= size) >= 0) fillRange(range, rows, filled);
	}
	return { ...grid, rows: grid.rows.map((row) => withCells(row, filled.get(row.number))) };
}

function fillRange(
	range: MergedRange,
	rows: ReadonlyMap<number, GridRow>,
	filled: Map<number, (GridCell | null)[]>,
): void {
	const source = rows.get(range.top)?.cells[range.left];
	if (!source) return;
	for (let number = range.top; number <= range.bottom; number++) {
		const row = rows.get(number);
		if (!row) continue;
		const cells = filled.get(number) ?? [...row.cells];
		filled.set(number, cells);
		for (let column = range.left; column <= range.right; column++) {
			while (cells.length <= column) cells.push(null);
			cells[column] ??= { value: source.value, inferred: column === range.left ? 'down' : 'across' };
		}
	}
}

function withCells(row: GridRow, cells: readonly (GridCell | null)[] | undefined): GridRow {
	return cells ? { ...row, cells } : row;
}

import { cellAddress, cellText } from './grid.ts';
import { readNumber } from './numbers.ts';
import type { ClassifiedRow } from './rows.ts';

/** One figure of a ОБЩО row beside the sum of the rows that it may stand for. */
export interface TotalCheck {
	readonly row: number;
	readonly column: number;
	/** Address of the figure, „D27“. */
	readonly cell: string;
	readonly given: number;
	/** Sum of the rows since the total before it, or of all rows, whichever fits; of all rows when neither does. */
	readonly counted: number;
	readonly isRight: boolean;
}

const TOLERANCE = 1e-6;

/**
 * Compares every figure of every total with the rows above it: a subtotal stands for the rows since the total before,
 * a grand total for all of them. Example: rows 2, 1,5 and „ОБЩО 3,5“ → right; „ОБЩО 4“ → given 4, counted 3.5.
 */
export function checkTotals(rows: readonly ClassifiedRow[]): readonly TotalCheck[] {
	const checks: TotalCheck[] = [];
	const all = new Map<number, number>();
	let part = new Map<number, number>();
	for (const { row, role } of rows) {
		if (role === 'data') for (const sums of [all, part]) add(sums, row.cells.map(numberOf));
		if (role !== 'total') continue;
		row.cells.forEach((cell, column) => {
			const given = readNumber(cellText(cell));
			if (given !== undefined && all.has(column))
				checks.push(check({ row: row.number, column, given }, part.get(column), all.get(column)));
		});
		part = new Map();
	}
	return checks;

	function numberOf(cell: Parameters<typeof cellText>[0]): number | undefined {
		return readNumber(cellText(cell));
	}
}

function add(sums: Map<number, number>, values: readonly (number | undefined)[]): void {
	values.forEach((value, column) => {
		if (value !== undefined) sums.set(column, round((sums.get(column) ?? 0) + value));
	});
}

function check(
	at: { readonly row: number; readonly column: number; readonly given: number },
	part: number | undefined,
	all: number | undefined,
): TotalCheck {
	const fits = [part, all].find((sum) => sum !== undefined && Math.abs(sum - at.given) < TOLERANCE);
	return {
		...at,
		cell: cellAddress(at.column, at.row),
		counted: fits ?? all ?? 0,
		isRight: fits !== undefined,
	};
}

function round(value: number): number {
	return Math.round(value * 1e9) / 1e9;
}

import { cellAddress, cellText, type GridRow } from './grid.ts';
import { isNothing, readNumber } from './numbers.ts';
import type { ClassifiedRow } from './rows.ts';

/** One figure of a ОБЩО row beside the sum of the rows that it may stand for. */
export interface TotalCheck {
	readonly row: number;
	readonly column: number;
	/** Address of the figure, „D27“. */
	readonly cell: string;
	readonly given: number;
	/** Sum of the rows that the total stands for; see {@link checkTotals}. */
	readonly counted: number;
	/** Cells of those rows that hold a text which is no number and so are not in the sum. */
	readonly unread: number;
	readonly isRight: boolean;
}

const TOLERANCE = 1e-6;

/**
 * Compares every figure of every total with the rows above it: those under one of the headings that are open at the
 * total, the narrowest first, those since the total before, and all of them; it is right when one of these sums fits.
 * One that fits none is shown beside the rows for which another figure of its row is right, else beside the rows under
 * its own heading, the last total of the table beside all rows.
 * Example: rows 2, 1,5 and „ОБЩО 3,5“ → right; „ОБЩО 4“ → given 4, counted 3.5.
 */
export function checkTotals(rows: readonly ClassifiedRow[]): readonly TotalCheck[] {
	const data: ClassifiedRow[] = [];
	let sinceTotal = 0;
	const last = rows.findLast(({ role }) => role === 'total')?.row.number;
	return rows.flatMap((one) => {
		if (one.role === 'data') data.push(one);
		if (one.role !== 'total') return [];
		const under = one.sections
			.toReversed()
			.map(({ cell }) => data.filter(({ sections }) => sections.some((section) => section.cell === cell)));
		const part = data.slice(sinceTotal);
		sinceTotal = data.length;
		const isLast = one.row.number === last;
		const scopes = [...under, part, data].filter((scope) => scope.length > 0);
		return checkRow(one.row, isLast ? scopes.toReversed() : scopes);
	});
}

/** Every figure of a total beside the first sum that fits, else beside the rows that the rest of the total stands for. */
function checkRow(row: GridRow, scopes: readonly (readonly ClassifiedRow[])[]): readonly TotalCheck[] {
	const figures = row.cells.flatMap((found, column) => {
		const given = readNumber(cellText(found));
		if (given === undefined) return [];
		const sums = scopes.map((scope) => sumOf(scope, column));
		const fit = sums.findIndex((one) => one.figures > 0 && Math.abs(one.sum - given) < TOLERANCE);
		return sums.every((one) => one.figures === 0) ? [] : [{ column, given, sums, fit }];
	});
	const reach = figures.find(({ fit }) => fit >= 0)?.fit ?? 0;
	return figures.map(({ column, given, sums, fit }) => {
		const { sum: counted = 0, unread = 0 } = sums[fit >= 0 ? fit : reach] ?? {};
		const cell = cellAddress(column, row.number);
		return { row: row.number, column, cell, given, counted, unread, isRight: fit >= 0 };
	});
}

interface ColumnSum {
	readonly sum: number;
	readonly figures: number;
	readonly unread: number;
}

function sumOf(rows: readonly ClassifiedRow[], column: number): ColumnSum {
	const texts = rows.map(({ row }) => cellText(row.cells[column])).filter((text) => !isNothing(text));
	const figures = texts.map(readNumber).filter((value) => value !== undefined);
	const sum = figures.reduce((total, value) => round(total + value), 0);
	return { sum, figures: figures.length, unread: texts.length - figures.length };
}

function round(value: number): number {
	return Math.round(value * 1e9) / 1e9;
}

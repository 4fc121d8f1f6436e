import { int32Room } from './room.ts';
import type { QueryVector, SearchedRows } from './searched-rows.ts';

/**
 * A row by 64 groups of terms: which of them it has. What two rows share lies in groups that both have, so the weights
 * of a query in the groups of a row bound their product before any term is looked at.
 */
const GROUPS = 64;

/** Numbers on each posting: two words of 32 groups, the profile with the largest weight, and the scope of its row. */
export const MARKS = 4;
const HIGH = 1;
const PROFILE = 2;
const SCOPE = 3;
/** The largest weight of a row stands above its profile, in so many steps, rounded up. */
const LARGEST_SHIFT = 24;
const LARGEST_STEPS = 255;
const PROFILE_MASK = 2 ** LARGEST_SHIFT - 1;

type Marked = Omit<SearchedRows, 'marks'>;

/**
 * All that rules out a row, at each of its postings: a list is read straight on, and only rows that may be near are
 * looked up in their own places.
 */
export function markPostings(rows: Marked): Int32Array {
	const { postingRow } = rows;
	const ofRow = marksOfRows(rows);
	const marks = int32Room(postingRow.length * MARKS);
	for (let at = 0; at < postingRow.length; at++) {
		const row = (postingRow[at] as number) * MARKS;
		for (let mark = 0; mark < MARKS; mark++) marks[at * MARKS + mark] = ofRow[row + mark] as number;
	}
	return marks;
}

/** The profile of the row of a posting: its number among the profiles of the corpus. */
export function profileIn(marks: Int32Array, mark: number): number {
	return (marks[mark + PROFILE] as number) & PROFILE_MASK;
}

/** The scope of the row of a posting: its number among the scopes of the corpus. */
export function scopeIn(marks: Int32Array, mark: number): number {
	return marks[mark + SCOPE] as number;
}

function marksOfRows({ count, start, term, weight, profile, scope }: Marked): Int32Array {
	const marks = new Int32Array(count * MARKS);
	for (let row = 0; row < count; row++) {
		const mark = row * MARKS;
		let largest = 0;
		for (let at = start[row] as number; at < (start[row + 1] as number); at++) {
			const group = groupOf(term[at] as number);
			const word = mark + (group >>> 5);
			marks[word] = (marks[word] as number) | (1 << (group & 31));
			if ((weight[at] as number) > largest) largest = weight[at] as number;
		}
		const steps = Math.min(LARGEST_STEPS, Math.ceil(largest * LARGEST_STEPS));
		marks[mark + PROFILE] = (steps << LARGEST_SHIFT) | (profile[row] as number);
		marks[mark + SCOPE] = scope[row] as number;
	}
	return marks;
}

/** A query by the groups of its terms. */
export interface QueryGroups {
	/** The groups that it has, as in a mark. */
	low: number;
	high: number;
	/** Group → sum of the squared weights, and of the weights, of its terms. */
	readonly squares: Float64Array;
	readonly weights: Float64Array;
}

/** Room for the groups of one query, to be filled again and again by `fillGroups`. */
export function createGroups(): QueryGroups {
	return { low: 0, high: 0, squares: new Float64Array(GROUPS), weights: new Float64Array(GROUPS) };
}

/**
 * The terms of a query by groups: which of the 64 groups occur, and in each the sum of its weights and of their
 * squares.
 */
export function fillGroups(groups: QueryGroups, { terms, weights, from, to }: QueryVector): void {
	groups.low = groups.high = 0;
	groups.squares.fill(0);
	groups.weights.fill(0);
	for (let at = from; at < to; at++) {
		const group = groupOf(terms[at] as number);
		const weight = weights[at] as number;
		if (group < 32) groups.low |= 1 << group;
		else groups.high |= 1 << (group - 32);
		groups.squares[group] = (groups.squares[group] as number) + weight * weight;
		groups.weights[group] = (groups.weights[group] as number) + weight;
	}
}

/** Squared weight of the query in the groups that the row of a mark has: with the squared norm of the row an upper bound of their squared product. */
export function sharedSquare({ low, high, squares }: QueryGroups, marks: Int32Array, mark: number): number {
	return sumOf(squares, low & (marks[mark] as number), high & (marks[mark + HIGH] as number));
}

/** Weight of the query in those groups, each term against the largest weight of the row: an upper bound of their product. */
export function sharedLargest({ low, high, weights }: QueryGroups, marks: Int32Array, mark: number): number {
	const largest = ((marks[mark + PROFILE] as number) >>> LARGEST_SHIFT) / LARGEST_STEPS;
	return largest * sumOf(weights, low & (marks[mark] as number), high & (marks[mark + HIGH] as number));
}

function sumOf(values: Float64Array, low: number, high: number): number {
	let sum = 0;
	for (let left = low; left !== 0; left &= left - 1) sum += values[31 - Math.clz32(left & -left)] as number;
	for (let left = high; left !== 0; left &= left - 1) sum += values[63 - Math.clz32(left & -left)] as number;
	return sum;
}

/** Neighbouring terms are alike in frequency; multiplication spreads them over the groups. */
function groupOf(term: number): number {
	return Math.imul(term, 0x9e3779b1) >>> 26;
}

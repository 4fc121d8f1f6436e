import { emphasisIn, numberIn, renumbered, type Columns } from './columns.ts';
import { compilePostings, offsets } from './postings.ts';
import { float64Room, int32Room } from './room.ts';
import { markPostings } from './marks.ts';
import type { SearchedRows } from './searched-rows.ts';

/** The rows with the statements behind them. */
export interface Rows extends SearchedRows {
	/** Row → first of its statements in `members`; one more at the end. */
	readonly memberStart: Int32Array;
	readonly members: Int32Array;
	/** Statement → its row, or −1 for a statement without any word. */
	readonly rowOf: Int32Array;
}

interface Weights {
	/** Number of a concept in the columns → its term, the rarest first. */
	readonly termOf: Int32Array;
	readonly weights: Float64Array;
}

/** Joins statements with equal terms, profile and scope into one row, in the order of their first appearance. */
export function compileRows(columns: Columns, { termOf, weights }: Weights): Rows {
	const { start: first, emphases } = columns;
	const sorted = sortTerms(columns, termOf);
	const { rowOf, firstOf } = joinEqual(columns, sorted);
	const count = firstOf.length;
	const start = int32Room(count + 1);
	for (let row = 0; row < count; row++)
		start[row + 1] = (start[row] as number) + lengthOf(columns, firstOf[row] as number);
	const term = int32Room(start[count] as number);
	const weight = float64Room(term.length);
	for (let row = 0; row < count; row++) {
		let from = first[firstOf[row] as number] as number;
		const [to, end] = [start[row] as number, start[row + 1] as number];
		for (let at = to; at < end; at++, from++) {
			const entry = sorted[from] as number;
			const number = numberIn(entry);
			term[at] = number;
			weight[at] = (emphases[emphasisIn(entry)] as number) * (weights[number] as number);
		}
		normalise(weight, { from: to, to: end });
	}
	const postings = compilePostings({ count, start, term, weight, terms: weights.length });
	const [profile, scope] = [picked(columns.profile, firstOf), picked(columns.scope, firstOf)];
	const searched = { count, start, term, weight, profile, scope, ...postings };
	return { ...searched, rowOf, marks: markPostings(searched), ...groupMembers(rowOf, count) };
}

function picked(values: Int32Array, at: Int32Array): Int32Array {
	const result = int32Room(at.length);
	for (let row = 0; row < at.length; row++) result[row] = values[at[row] as number] as number;
	return result;
}

interface Part {
	readonly from: number;
	readonly to: number;
	/** Squared length of what the statement has outside this part. */
	readonly strange?: number;
}

/** Divides the weights of a part by their length. */
export function normalise(weight: Float64Array, { from, to, strange = 0 }: Part): void {
	let square = strange;
	for (let at = from; at < to; at++) square += (weight[at] as number) ** 2;
	const norm = Math.sqrt(square) || 1;
	for (let at = from; at < to; at++) weight[at] = (weight[at] as number) / norm;
}

/** The entries by term instead of concept, each statement from the rarest to the commonest; short ones by insertion. */
function sortTerms({ size, start, entry }: Columns, termOf: Int32Array): Int32Array {
	const sorted = new Int32Array(entry.length);
	for (let at = 0; at < entry.length; at++) {
		const old = entry[at] as number;
		sorted[at] = renumbered(old, termOf[numberIn(old)] as number);
	}
	for (let statement = 0; statement < size; statement++) {
		const [from, to] = [start[statement] as number, start[statement + 1] as number];
		if (to - from > LONG) sorted.subarray(from, to).sort();
		else sortShort(sorted, from, to);
	}
	return sorted;
}

const LONG = 64;

function sortShort(values: Int32Array, from: number, to: number): void {
	for (let at = from + 1; at < to; at++) {
		const value = values[at] as number;
		let place = at - 1;
		for (; place >= from && (values[place] as number) > value; place--)
			values[place + 1] = values[place] as number;
		values[place + 1] = value;
	}
}

interface Joined {
	readonly rowOf: Int32Array;
	/** Row → its first statement. */
	readonly firstOf: Int32Array;
}

/** One row for all statements that are equal in everything that is compared, by open addressing. */
function joinEqual(columns: Columns, sorted: Int32Array): Joined {
	const mask = 2 ** Math.ceil(Math.log2(columns.size * 2 + 2)) - 1;
	const slots = new Int32Array(mask + 1).fill(-1);
	const rowOf = new Int32Array(columns.size).fill(-1);
	const firstOf = new Int32Array(columns.size);
	let count = 0;
	for (let statement = 0; statement < columns.size; statement++) {
		if (lengthOf(columns, statement) === 0) continue;
		let slot = hashOf(columns, sorted, statement) & mask;
		let row = slots[slot] as number;
		while (row >= 0 && !isEqual(columns, sorted, firstOf[row] as number, statement)) {
			slot = (slot + 1) & mask;
			row = slots[slot] as number;
		}
		if (row < 0) {
			row = count;
			slots[slot] = row;
			firstOf[row] = statement;
			count += 1;
		}
		rowOf[statement] = row;
	}
	return { rowOf, firstOf: firstOf.slice(0, count) };
}

/** FNV-1a over whole numbers, mixed once more at the end. */
function hashOf(columns: Columns, sorted: Int32Array, statement: number): number {
	let hash = Math.imul(0x811c9dc5 ^ (columns.profile[statement] as number), 0x01000193);
	hash = Math.imul(hash ^ (columns.scope[statement] as number), 0x01000193);
	const to = columns.start[statement + 1] as number;
	for (let at = columns.start[statement] as number; at < to; at++)
		hash = Math.imul(hash ^ (sorted[at] as number), 0x01000193);
	return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}

function isEqual(columns: Columns, sorted: Int32Array, a: number, b: number): boolean {
	if (columns.profile[a] !== columns.profile[b] || columns.scope[a] !== columns.scope[b]) return false;
	const length = lengthOf(columns, a);
	if (length !== lengthOf(columns, b)) return false;
	const [fromA, fromB] = [columns.start[a] as number, columns.start[b] as number];
	for (let at = 0; at < length; at++) if (sorted[fromA + at] !== sorted[fromB + at]) return false;
	return true;
}

function groupMembers(rowOf: Int32Array, count: number): Pick<Rows, 'memberStart' | 'members'> {
	const lengths = new Int32Array(count);
	let total = 0;
	for (const row of rowOf) {
		if (row < 0) continue;
		lengths[row] = (lengths[row] as number) + 1;
		total += 1;
	}
	const memberStart = offsets(lengths);
	const next = memberStart.slice();
	const members = new Int32Array(total);
	rowOf.forEach((row, statement) => {
		if (row < 0) return;
		members[next[row] as number] = statement;
		next[row] = (next[row] as number) + 1;
	});
	return { memberStart, members };
}

function lengthOf({ start }: Columns, statement: number): number {
	return (start[statement + 1] as number) - (start[statement] as number);
}

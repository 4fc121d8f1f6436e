import type { Columns } from './columns.ts';
import { compilePostings, offsets, type Postings } from './postings.ts';

/**
 * Distinct statements as unit vectors in typed arrays. A row holds its terms from the rarest to the commonest; the
 * norm of what follows a place in the row bounds every product that starts there.
 */
export interface Rows extends Postings {
	readonly count: number;
	/** Row → first place of its terms; one more at the end. */
	readonly start: Int32Array;
	readonly term: Int32Array;
	readonly weight: Float64Array;
	/** Norm of the row from this place on. */
	readonly rest: Float64Array;
	readonly profile: Int32Array;
	readonly scope: Int32Array;
	/** Row → first of its statements in `members`; one more at the end. */
	readonly memberStart: Int32Array;
	readonly members: Int32Array;
	/** Statement → its row, or −1 for a statement without any word. */
	readonly rowOf: Int32Array;
}

/** One statement as a unit vector, its terms from the rarest to the commonest. */
export interface RowVector {
	readonly terms: Int32Array;
	readonly weights: Float64Array;
	readonly rest: Float64Array;
}

interface Weights {
	/** Number of a concept in the columns → its term, the rarest first. */
	readonly termOf: Int32Array;
	readonly weights: Float64Array;
}

/** Joins statements with equal terms, profile and scope into one row, in the order of their first appearance. */
export function compileRows(columns: Columns, { termOf, weights }: Weights): Rows {
	const sorted = sortTerms(columns, termOf);
	const { rowOf, firstOf } = joinEqual(columns, sorted);
	const start = offsets(firstOf.map((at) => lengthOf(columns, at)));
	const term = new Int32Array(start.at(-1) ?? 0);
	const weight = new Float64Array(term.length);
	const rest = new Float64Array(term.length);
	firstOf.forEach((statement, row) => {
		const from = columns.start[statement] as number;
		const to = start[row] as number;
		const length = lengthOf(columns, statement);
		for (let at = 0; at < length; at++) {
			const number = sorted.term[from + at] as number;
			term[to + at] = number;
			weight[to + at] = (sorted.emphasis[from + at] as number) * (weights[number] as number);
		}
		normalise(weight, rest, { from: to, to: to + length });
	});
	return {
		...{ count: firstOf.length, start, term, weight, rest, rowOf },
		profile: firstOf.map((statement) => columns.profile[statement] as number),
		scope: firstOf.map((statement) => columns.scope[statement] as number),
		...groupMembers(rowOf, firstOf.length),
		...compilePostings({ count: firstOf.length, start, term, rest, terms: weights.length }),
	};
}

interface Part {
	readonly from: number;
	readonly to: number;
	/** Squared length of what the statement has outside this part. */
	readonly strange?: number;
}

/** Divides the weights of a part by their length and works out the norm of what follows each place. */
export function normalise(weight: Float64Array, rest: Float64Array, { from, to, strange = 0 }: Part): void {
	let square = strange;
	for (let at = from; at < to; at++) square += (weight[at] as number) ** 2;
	const norm = Math.sqrt(square) || 1;
	let tail = 0;
	for (let at = to - 1; at >= from; at--) {
		weight[at] = (weight[at] as number) / norm;
		tail += (weight[at] as number) ** 2;
		rest[at] = Math.sqrt(tail);
	}
}

interface SortedTerms {
	readonly term: Int32Array;
	readonly emphasis: Float64Array;
}

/** The terms of each statement from the rarest to the commonest; statements are short, so by insertion. */
function sortTerms(columns: Columns, termOf: Int32Array): SortedTerms {
	const term = columns.concept.map((concept) => termOf[concept] as number);
	const emphasis = columns.emphasis.slice();
	for (let statement = 0; statement < columns.size; statement++) {
		const from = columns.start[statement] as number;
		const to = columns.start[statement + 1] as number;
		if (to - from > LONG) sortLong(term, emphasis, from, to);
		else sortShort(term, emphasis, from, to);
	}
	return { term, emphasis };
}

const LONG = 64;

function sortShort(term: Int32Array, emphasis: Float64Array, from: number, to: number): void {
	for (let at = from + 1; at < to; at++) {
		const number = term[at] as number;
		const value = emphasis[at] as number;
		let place = at - 1;
		for (; place >= from && (term[place] as number) > number; place--) {
			term[place + 1] = term[place] as number;
			emphasis[place + 1] = emphasis[place] as number;
		}
		term[place + 1] = number;
		emphasis[place + 1] = value;
	}
}

function sortLong(term: Int32Array, emphasis: Float64Array, from: number, to: number): void {
	const valueOf = new Map<number, number>();
	for (let at = from; at < to; at++) valueOf.set(term[at] as number, emphasis[at] as number);
	term.subarray(from, to).sort();
	for (let at = from; at < to; at++) emphasis[at] = valueOf.get(term[at] as number) ?? 1;
}

interface Joined {
	readonly rowOf: Int32Array;
	/** Row → its first statement. */
	readonly firstOf: Int32Array;
}

/** One row for all statements that are equal in everything that is compared, by open addressing. */
function joinEqual(columns: Columns, sorted: SortedTerms): Joined {
	const mask = 2 ** Math.ceil(Math.log2(columns.size * 2 + 2)) - 1;
	const slots = new Int32Array(mask + 1).fill(-1);
	const rowOf = new Int32Array(columns.size).fill(-1);
	const first: number[] = [];
	for (let statement = 0; statement < columns.size; statement++) {
		if (lengthOf(columns, statement) === 0) continue;
		let slot = hashOf(columns, sorted, statement) & mask;
		let row = slots[slot] as number;
		while (row >= 0 && !isEqual(columns, sorted, first[row] as number, statement)) {
			slot = (slot + 1) & mask;
			row = slots[slot] as number;
		}
		if (row < 0) {
			row = first.length;
			slots[slot] = row;
			first.push(statement);
		}
		rowOf[statement] = row;
	}
	return { rowOf, firstOf: Int32Array.from(first) };
}

/** FNV-1a over whole numbers, mixed once more at the end. */
function hashOf(columns: Columns, sorted: SortedTerms, statement: number): number {
	let hash = Math.imul(0x811c9dc5 ^ (columns.profile[statement] as number), 0x01000193);
	hash = Math.imul(hash ^ (columns.scope[statement] as number), 0x01000193);
	const to = columns.start[statement + 1] as number;
	for (let at = columns.start[statement] as number; at < to; at++) {
		hash = Math.imul(hash ^ (sorted.term[at] as number), 0x01000193);
		hash = Math.imul(hash ^ ((sorted.emphasis[at] as number) * 10), 0x01000193);
	}
	return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}

function isEqual(columns: Columns, sorted: SortedTerms, a: number, b: number): boolean {
	if (columns.profile[a] !== columns.profile[b] || columns.scope[a] !== columns.scope[b]) return false;
	const length = lengthOf(columns, a);
	if (length !== lengthOf(columns, b)) return false;
	const [fromA, fromB] = [columns.start[a] as number, columns.start[b] as number];
	for (let at = 0; at < length; at++) {
		if (sorted.term[fromA + at] !== sorted.term[fromB + at]) return false;
		if (sorted.emphasis[fromA + at] !== sorted.emphasis[fromB + at]) return false;
	}
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

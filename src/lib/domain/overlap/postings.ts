/** Inverted index of rows: for each term the rows that hold it, by falling bound. */
export interface Postings {
	/** Term → first of its postings; one more at the end. */
	readonly postingStart: Int32Array;
	readonly postingRow: Int32Array;
	/** Upper bound of the norm of the row from this term on; falls within a term. */
	readonly postingRest: Float64Array;
}

interface Places {
	readonly count: number;
	/** Row → first place of its terms; one more at the end. */
	readonly start: Int32Array;
	readonly term: Int32Array;
	/** Norm of the row from this place on, 0–1. */
	readonly rest: Float64Array;
	/** Number of terms. */
	readonly terms: number;
}

/**
 * Sorts by counting: the norms are rounded up to one of many levels, so that the bound of a posting is never too low
 * and a list that falls by levels may be left at the first one below the floor.
 */
export function compilePostings({ count, start, term, rest, terms }: Places): Postings {
	const lengths = new Int32Array(terms);
	for (const number of term) lengths[number] = (lengths[number] as number) + 1;
	const postingStart = offsets(lengths);
	const next = postingStart.slice();
	const postingRow = new Int32Array(term.length);
	const postingRest = new Float64Array(term.length);
	const rowAt = new Int32Array(term.length);
	for (let row = 0; row < count; row++) rowAt.fill(row, start[row], start[row + 1]);
	const levels = rest.length < FEW ? FEW_LEVELS : LEVELS;
	for (const place of byFallingLevel(rest, levels)) {
		const number = term[place] as number;
		const at = next[number] as number;
		next[number] = at + 1;
		postingRow[at] = rowAt[place] as number;
		postingRest[at] = levelOf(rest[place] as number, levels) / levels;
	}
	return { postingStart, postingRow, postingRest };
}

/** Where each of the parts begins when they stand one after another; the whole length at the end. */
export function offsets(lengths: ArrayLike<number>): Int32Array {
	const start = new Int32Array(lengths.length + 1);
	for (let at = 0; at < lengths.length; at++) start[at + 1] = (start[at] as number) + (lengths[at] as number);
	return start;
}

const LEVELS = 65_535;
/** Few places are not worth counting through so many levels. */
const FEW = 100_000;
const FEW_LEVELS = 4_095;

function levelOf(norm: number, levels: number): number {
	return Math.min(levels, Math.ceil(norm * levels));
}

function byFallingLevel(rest: Float64Array, levels: number): Int32Array {
	const counts = new Int32Array(levels + 1);
	const levelAt = new Int32Array(rest.length);
	for (let place = 0; place < rest.length; place++) {
		const level = levels - levelOf(rest[place] as number, levels);
		levelAt[place] = level;
		counts[level] = (counts[level] as number) + 1;
	}
	const next = offsets(counts);
	const order = new Int32Array(rest.length);
	for (let place = 0; place < rest.length; place++) {
		const level = levelAt[place] as number;
		const at = next[level] as number;
		next[level] = at + 1;
		order[at] = place;
	}
	return order;
}

import { int32Room, uint16Room } from './room.ts';

/** Inverted index of rows: for each term the rows that hold it, by falling bound. */
export interface Postings {
	/** Term → first of its postings; one more at the end. */
	readonly postingStart: Int32Array;
	readonly postingRow: Int32Array;
	/** Upper bound of the norm of the row from this term on, in steps of `levelNorm`; falls within a term. */
	readonly postingLevel: Uint16Array;
	readonly levelNorm: number;
}

interface Places {
	readonly count: number;
	/** Row → first place of its terms; one more at the end. */
	readonly start: Int32Array;
	readonly term: Int32Array;
	/** Weights of rows of length 1. */
	readonly weight: Float64Array;
	/** Number of terms. */
	readonly terms: number;
}

/**
 * Sorts by counting: the norms are rounded up to one of many levels, so that the bound of a posting is never too low
 * and a list that falls by levels may be left at the first one below the floor.
 */
export function compilePostings(places: Places): Postings {
	const { count, start, term, terms } = places;
	const lengths = new Int32Array(terms);
	for (let place = 0; place < term.length; place++)
		lengths[term[place] as number] = (lengths[term[place] as number] as number) + 1;
	const postingStart = offsets(lengths);
	const next = postingStart.slice(0, terms);
	const postingRow = int32Room(term.length);
	const postingLevel = uint16Room(term.length);
	const rowAt = new Int32Array(term.length);
	for (let row = 0; row < count; row++) rowAt.fill(row, start[row], start[row + 1]);
	const levels = term.length < FEW ? FEW_LEVELS : LEVELS;
	const levelAt = levelsOf(places, levels);
	const order = byFallingLevel(levelAt, levels);
	for (let i = 0; i < order.length; i++) {
		const place = order[i] as number;
		const number = term[place] as number;
		const at = next[number] as number;
		next[number] = at + 1;
		postingRow[at] = rowAt[place] as number;
		postingLevel[at] = levelAt[place] as number;
	}
	return { postingStart, postingRow, postingLevel, levelNorm: 1 / levels };
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

/** The norm of each row from each of its places on, rounded up to a level. */
function levelsOf({ count, start, weight }: Places, levels: number): Uint16Array {
	const levelAt = new Uint16Array(weight.length);
	for (let row = 0; row < count; row++) {
		let tail = 0;
		for (let at = (start[row + 1] as number) - 1; at >= (start[row] as number); at--) {
			tail += (weight[at] as number) ** 2;
			levelAt[at] = Math.min(levels, Math.ceil(Math.sqrt(tail) * levels));
		}
	}
	return levelAt;
}

function byFallingLevel(levelAt: Uint16Array, levels: number): Int32Array {
	const counts = new Int32Array(levels + 1);
	for (let place = 0; place < levelAt.length; place++) {
		const fallen = levels - (levelAt[place] as number);
		counts[fallen] = (counts[fallen] as number) + 1;
	}
	const next = offsets(counts);
	const order = new Int32Array(levelAt.length);
	for (let place = 0; place < levelAt.length; place++) {
		const fallen = levels - (levelAt[place] as number);
		const at = next[fallen] as number;
		next[fallen] = at + 1;
		order[at] = place;
	}
	return order;
}

import { millionthsAt, pickPairs, type PairList } from './pair-list.ts';
import { offsets } from './postings.ts';

/** Pairs by their first and then their second statement, each once. */
export interface OrderedPairs {
	readonly pairs: PairList;
	/** Place of a pair in the list, or −1. */
	readonly placeOf: (a: number, b: number) => number;
}

/** Puts pairs in order; of a pair that comes more than once the best stays. `size` is the number of statements. */
export function orderedPairs(pairs: PairList, size: number): OrderedPairs {
	const bySecond = countedBy(pairs.b, Int32Array.from(pairs.a.keys()), size);
	const order = countedBy(pairs.a, bySecond, size);
	const ordered = pickPairs(pairs, bestOfEqual(pairs, order));
	const start = offsets(lengthsOf(ordered.a, size));
	const { b } = ordered;
	return {
		pairs: ordered,
		placeOf: (first, second) => {
			let [low, high] = [start[first] as number, start[first + 1] as number];
			while (low < high) {
				const middle = (low + high) >>> 1;
				if ((b[middle] as number) < second) low = middle + 1;
				else high = middle;
			}
			return low < (start[first + 1] as number) && b[low] === second ? low : -1;
		},
	};
}

/** The places in the order of their values in the column; equal ones stay as they stand. */
function countedBy(column: Int32Array, places: Int32Array, size: number): Int32Array {
	const next = offsets(lengthsOf(column, size));
	const order = new Int32Array(places.length);
	for (const place of places) {
		const value = column[place] as number;
		const at = next[value] as number;
		next[value] = at + 1;
		order[at] = place;
	}
	return order;
}

function lengthsOf(column: Int32Array, size: number): Int32Array {
	const lengths = new Int32Array(size);
	for (const value of column) lengths[value] = (lengths[value] as number) + 1;
	return lengths;
}

function bestOfEqual(pairs: PairList, order: Int32Array): Int32Array {
	const { a, b } = pairs;
	const best: number[] = [];
	for (const place of order) {
		const last = best.at(-1);
		if (last === undefined || a[last] !== a[place] || b[last] !== b[place]) best.push(place);
		else if (millionthsAt(pairs, place) > millionthsAt(pairs, last)) best[best.length - 1] = place;
	}
	return Int32Array.from(best);
}

import type { OverlapStatement } from './options.ts';
import { millionthsAt, pickPairs, type PairList } from './pair-list.ts';

const MILLION = 1e6;
const PLACES = 2 ** 32;

/**
 * Best first, equal scores by the ids of the first and then of the second statement. Sorts whole numbers made of the
 * score and the place in the list; only pairs of one score are compared by their ids.
 */
export function sortPairs(statements: readonly OverlapStatement[], pairs: PairList): PairList {
	const keys = new Float64Array(pairs.length);
	for (let at = 0; at < pairs.length; at++) keys[at] = (MILLION - millionthsAt(pairs, at)) * PLACES + at;
	keys.sort();
	const places = new Int32Array(pairs.length);
	const byIds = idOrder(statements, pairs);
	for (let from = 0, to = 0; from < keys.length; from = to) {
		const score = Math.floor((keys[from] as number) / PLACES);
		for (; to < keys.length && Math.floor((keys[to] as number) / PLACES) === score; to++)
			places[to] = (keys[to] as number) - score * PLACES;
		if (to - from > 1) places.subarray(from, to).sort(byIds);
	}
	return pickPairs(pairs, places);
}

function idOrder(
	statements: readonly OverlapStatement[],
	{ a, b }: PairList,
): (one: number, other: number) => number {
	const idOf = (statement: number | undefined) => statements[statement ?? -1]?.id ?? '';
	return (one, other) => {
		const byFirst = a[one] === a[other] ? 0 : compareIds(idOf(a[one]), idOf(a[other]));
		return byFirst === 0 ? compareIds(idOf(b[one]), idOf(b[other])) : byFirst;
	};
}

/** By UTF-16 code units. */
export function compareIds(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

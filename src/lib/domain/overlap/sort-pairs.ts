import type { OverlapStatement } from './options.ts';

/** Two statements by their numbers, and how like they are. */
interface ScoredPair {
	readonly a: number;
	readonly b: number;
	readonly score: number;
}

/** Scores have six decimals, so that they are whole numbers of millionths. */
const MILLION = 1e6;
const PLACES = 2 ** 32;

/**
 * Best first, equal scores by the ids of the first and then of the second statement. Sorts whole numbers made of the
 * score and the place in the list; only pairs of one score are compared by their ids.
 */
export function sortPairs<P extends ScoredPair>(
	statements: readonly OverlapStatement[],
	pairs: readonly P[],
): readonly P[] {
	const keys = new Float64Array(pairs.length);
	for (let at = 0; at < pairs.length; at++)
		keys[at] = (MILLION - Math.round((pairs[at] as P).score * MILLION)) * PLACES + at;
	keys.sort();
	const sorted: P[] = [];
	const byIds = idOrder(statements);
	let equal: P[] = [];
	let last = -1;
	const flush = () => {
		if (equal.length > 1) equal.sort(byIds);
		for (const pair of equal) sorted.push(pair);
		equal = [];
	};
	for (let at = 0; at < keys.length; at++) {
		const key = keys[at] as number;
		const score = Math.floor(key / PLACES);
		if (score !== last) flush();
		last = score;
		equal.push(pairs[key - score * PLACES] as P);
	}
	flush();
	return sorted;
}

function idOrder(statements: readonly OverlapStatement[]): (p: ScoredPair, q: ScoredPair) => number {
	const idOf = (statement: number) => statements[statement]?.id ?? '';
	return (p, q) => {
		const byFirst = p.a === q.a ? 0 : compareIds(idOf(p.a), idOf(q.a));
		return byFirst === 0 ? compareIds(idOf(p.b), idOf(q.b)) : byFirst;
	};
}

/** By UTF-16 code units. */
export function compareIds(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

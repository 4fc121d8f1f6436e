import type { Corpus } from './corpus.ts';
import { liftPairs } from './lifted-pairs.ts';
import type { OrderedPairs } from './ordered-pairs.ts';
import { createPairs, pairAt, pickPairs, type FoundPair, type PairList } from './pair-list.ts';
import { FALLBACK_TOP, MAX_PAIRS, type FoundPairs } from './pairs.ts';
import { growingInts } from './room.ts';
import { toProduct, toScore } from './scale.ts';
import { sortPairs } from './sort-pairs.ts';
import { findStandardRows, type StandardRow } from './standard-rows.ts';

type StandardGroups = readonly (readonly StandardRow[])[];

/** Products between which it becomes sure that a statement words a function; two that word different ones are set apart. */
const SURE = { from: 0.45, fully: 0.55 } as const;
/** What is left of the product of two statements that word different functions. */
const SET_APART = 0.62;

/**
 * Weighs the pairs by the catalogue of standard functions. Two statements that word one function differently are as
 * near as the wordings are to them: product = (p·p′)^0,75 times the factor of acts, places, years and names; the higher
 * of the two ways counts. Example: (0,9 · 0,7)^0,75 = 0,707. Two that surely word different functions keep 0,62 of the
 * product. A wording that the catalogue lacks costs nothing. With `top` the K best of each statement stay.
 */
export function weighByCatalogue(corpus: Corpus, found: FoundPairs, threshold: number): FoundPairs {
	const groups = findStandardRows(corpus);
	const every = liftPairs(corpus, groups, { threshold, top: found.top });
	const asked = every ? found.top : FALLBACK_TOP;
	const lifted = every ?? liftPairs(corpus, groups, { threshold, top: FALLBACK_TOP });
	const pairs = weighed(found.pairs, { lifted, setApart: apartIn(corpus, groups), threshold });
	const top = asked ?? (pairs.length > MAX_PAIRS ? FALLBACK_TOP : null);
	const sorted = sortPairs(corpus.statements, pairs);
	return { pairs: top === null ? sorted : bestOfEach(corpus, sorted, top), top };
}

interface Weighing {
	readonly lifted: OrderedPairs | undefined;
	readonly setApart: (pair: FoundPair) => FoundPair;
	readonly threshold: number;
}

/** Each pair by the better of the two ways, and the pairs that only the catalogue knows. */
function weighed(found: PairList, { lifted, setApart, threshold }: Weighing): PairList {
	const pairs = createPairs(found.length);
	const isFound = new Uint8Array(lifted?.pairs.length ?? 0);
	for (let at = 0; at < found.length; at++) {
		const pair = pairAt(found, at);
		const place = lifted?.placeOf(pair.a, pair.b) ?? -1;
		const better = lifted && place >= 0 ? pairAt(lifted.pairs, place) : undefined;
		if (place >= 0) isFound[place] = 1;
		const weighed = better && better.score > pair.score ? better : setApart(pair);
		if (weighed.score >= threshold) pairs.add(weighed);
	}
	for (let at = 0; lifted && at < isFound.length; at++)
		if (isFound[at] === 0) pairs.add(pairAt(lifted.pairs, at));
	return pairs.list();
}

/** Lowers a pair whose statements surely word functions that neither shares with the other. */
function apartIn({ rows }: Corpus, groups: StandardGroups): (pair: FoundPair) => FoundPair {
	const sharesOf: (Map<number, number> | undefined)[] = Array.from({ length: rows.count });
	const sureness = new Float64Array(rows.count);
	groups.forEach((group, fn) => {
		for (const { row, product, share } of group) {
			(sharesOf[row] ??= new Map<number, number>()).set(fn, share);
			sureness[row] = Math.max(sureness[row] as number, surenessOf(product));
		}
	});
	return (pair) => {
		const [one, other] = [rows.rowOf[pair.a] ?? -1, rows.rowOf[pair.b] ?? -1];
		const [own, others] = [sharesOf[one], sharesOf[other]];
		const sure = (sureness[one] ?? 0) * (sureness[other] ?? 0);
		if (one === other || !own || !others || sure === 0) return pair;
		const apart = sure * (1 - commonShare(own, others));
		if (apart === 0) return pair;
		return {
			...pair,
			score: toScore(toProduct(pair.score) * (1 - (1 - SET_APART) * apart)),
			standard: 'other',
		};
	};
}

function surenessOf(product: number): number {
	return Math.min(1, Math.max(0, (product - SURE.from) / (SURE.fully - SURE.from)));
}

/** How far the functions of two statements have one in common, 0–1. */
function commonShare(own: ReadonlyMap<number, number>, others: ReadonlyMap<number, number>): number {
	let common = 0;
	for (const [fn, share] of own) common = Math.max(common, Math.min(share, others.get(fn) ?? 0));
	return common;
}

/** Pairs among the K best of either statement; the list is sorted, best first. */
function bestOfEach(corpus: Corpus, sorted: PairList, top: number): PairList {
	const seen = new Int32Array(corpus.statements.length);
	const kept = growingInts(sorted.length);
	for (let at = 0; at < sorted.length; at++) {
		const [a, b] = [sorted.a[at] as number, sorted.b[at] as number];
		const [ofA, ofB] = [seen[a] as number, seen[b] as number];
		seen[a] = ofA + 1;
		seen[b] = ofB + 1;
		if (ofA < top || ofB < top) kept.push(at);
	}
	return pickPairs(sorted, kept.values());
}

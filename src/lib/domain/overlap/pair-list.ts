import { growingInts } from './room.ts';

/** Two statements by their numbers, the one with the smaller id first. */
export interface FoundPair {
	readonly a: number;
	readonly b: number;
	/** 0–1 with six decimals. */
	readonly score: number;
	/** What the catalogue of standard functions makes of the pair; absent where the words alone decide. */
	readonly standard?: StandardFinding;
}

const STANDARD_FINDINGS = ['same', 'same-work', 'other'] as const;

/**
 * `same`: both word one standard function, and the score comes from that; `same-work`: the acts of both are those of
 * their wordings as well, so other verbs set nothing apart; `other`: each words a function of its own.
 */
export type StandardFinding = (typeof STANDARD_FINDINGS)[number];

/** Pairs in columns: twelve bytes each, so that the pairs of a country need little room. */
export interface PairList {
	readonly length: number;
	readonly a: Int32Array;
	readonly b: Int32Array;
	/** Millionths of the score, and in the lowest bits what the catalogue says. */
	readonly mark: Int32Array;
}

export interface PairsBuilder {
	readonly add: (pair: FoundPair) => void;
	readonly length: () => number;
	/** The pairs that were added; nothing may be added after it. */
	readonly list: () => PairList;
}

/** Scores have six decimals, so that they are whole numbers of millionths. */
const MILLION = 1e6;
const STANDARD_BITS = 2;
const STANDARD_MASK = 2 ** STANDARD_BITS - 1;

/** A list of pairs that grows; `expected` is how many are likely to come. */
export function createPairs(expected = 1024): PairsBuilder {
	const [a, b, mark] = [growingInts(expected), growingInts(expected), growingInts(expected)];
	return {
		add: (pair) => {
			const standard = pair.standard === undefined ? 0 : STANDARD_FINDINGS.indexOf(pair.standard) + 1;
			a.push(pair.a);
			b.push(pair.b);
			mark.push((Math.round(pair.score * MILLION) << STANDARD_BITS) | standard);
		},
		length: () => a.length(),
		list: () => ({ length: a.length(), a: a.values(), b: b.values(), mark: mark.values() }),
	};
}

/** The pair at a place of a list (from 0); its score is 0–1 in steps of a millionth. */
export function pairAt({ a, b, mark }: PairList, at: number): FoundPair {
	const value = mark[at] as number;
	const pair = {
		a: a[at] as number,
		b: b[at] as number,
		score: (value >>> STANDARD_BITS) / MILLION,
	};
	const standard = STANDARD_FINDINGS[(value & STANDARD_MASK) - 1];
	return standard === undefined ? pair : { ...pair, standard };
}

/** Millionths of the score of a pair. */
export function millionthsAt({ mark }: PairList, at: number): number {
	return (mark[at] as number) >>> STANDARD_BITS;
}

/** What is made of each pair, in their order; `at` counts from 0. */
export function mapPairs<T>(pairs: PairList, make: (pair: FoundPair, at: number) => T): readonly T[] {
	return Array.from({ length: pairs.length }, (_, at) => make(pairAt(pairs, at), at));
}

/** The pairs at these places, in this order. */
export function pickPairs(pairs: PairList, places: Int32Array): PairList {
	const pick = (column: Int32Array) => places.map((at) => column[at] as number);
	return { length: places.length, a: pick(pairs.a), b: pick(pairs.b), mark: pick(pairs.mark) };
}

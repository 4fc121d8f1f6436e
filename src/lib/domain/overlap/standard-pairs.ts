import { profileAffinity } from './affinity.ts';
import type { Corpus } from './corpus.ts';
import { SAME_ACT_FROM } from './lexicon/act-affinity.ts';
import { createPairFactors, factorWith, type RowFactors } from './pair-factors.ts';
import { FALLBACK_TOP, MAX_PAIRS, type FoundPair, type FoundPairs, type StandardFinding } from './pairs.ts';
import { toProduct, toScore } from './scale.ts';
import { sortPairs } from './sort-pairs.ts';
import { findStandardRows, type StandardRow } from './standard-rows.ts';

type StandardGroups = readonly (readonly StandardRow[])[];

/** A function worded by more pairs of statements than this is no help to a reader; it is left to the words. */
const MOST_PAIRS = 250_000;

/** Products between which it becomes sure that a statement words a function; two that word different ones are set apart. */
const SURE = { from: 0.45, fully: 0.55 } as const;
/** Affinity from which a statement does what its wording does: the same act or one of its class. */
const WORDED_ACT_FROM = 0.97;
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
	const lifted = liftedPairs(corpus, groups, threshold);
	const setApart = apartIn(corpus, groups);
	const pairs: FoundPair[] = [];
	for (const pair of found.pairs) {
		const key = keyOf(corpus, pair.a, pair.b);
		const better = lifted.get(key);
		if (better) lifted.delete(key);
		const weighed = better && better.score > pair.score ? better : setApart(pair);
		if (weighed.score >= threshold) pairs.push(weighed);
	}
	for (const pair of lifted.values()) pairs.push(pair);
	const top = found.top ?? (pairs.length > MAX_PAIRS ? FALLBACK_TOP : null);
	const sorted = sortPairs(corpus.statements, pairs);
	return { pairs: top === null ? sorted : bestOfEach(corpus, sorted, top), top };
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

/** Product of two rows that word one function, 0–1. */
function nearness(one: StandardRow, other: StandardRow): number {
	return (one.product * other.product) ** 0.75 * one.share * other.share;
}

/** The pairs of statements whose wordings differ, by their keys; one that comes from several functions with its best score. */
function liftedPairs(corpus: Corpus, groups: StandardGroups, threshold: number): Map<number, FoundPair> {
	const factors = createPairFactors(corpus);
	const { rows } = corpus;
	const lifted = new Map<number, FoundPair>();
	for (const group of groups) {
		if (sizeOf(corpus, group) > MOST_PAIRS) continue;
		for (let at = 0; at < group.length; at++) {
			const one = group[at] as StandardRow;
			const own = factors.of(rows.profile[one.row] as number, rows.scope[one.row] as number);
			for (let next = at + 1; next < group.length; next++) {
				const other = group[next] as StandardRow;
				if (other.wording === one.wording) continue;
				const { factor, standard } = standardFactor(corpus, one, other, own);
				const score = toScore(nearness(one, other) * factor);
				if (score < threshold) continue;
				eachMember(corpus, one, other, (a, b) => {
					const key = keyOf(corpus, a, b);
					if ((lifted.get(key)?.score ?? 0) < score) lifted.set(key, { a, b, score, standard });
				});
			}
		}
	}
	return lifted;
}

function keyOf({ statements }: Corpus, a: number, b: number): number {
	return a * statements.length + b;
}

/**
 * The factor between two rows that word one function. Where each does what its own wording does, two different verbs
 * are the catalogue's own („следи за наемите“, „събира наемите“) and leave only places, years and names to tell them apart.
 */
function standardFactor(
	{ rows, profiles }: Corpus,
	one: StandardRow,
	other: StandardRow,
	factors: RowFactors,
): { readonly factor: number; readonly standard: StandardFinding } {
	const factor = factorWith(factors, rows.profile[other.row] as number, rows.scope[other.row] as number);
	const [own, others] = [profiles[rows.profile[one.row] ?? -1], profiles[rows.profile[other.row] ?? -1]];
	if (!own || !others || Math.min(one.act, other.act) < WORDED_ACT_FROM) return { factor, standard: 'same' };
	const acts = profileAffinity(own, others).factor;
	if (acts >= SAME_ACT_FROM) return { factor, standard: 'same' };
	return { factor: factor / toProduct(acts), standard: 'same-work' };
}

function sizeOf({ rows }: Corpus, group: readonly StandardRow[]): number {
	const statements = group.reduce(
		(sum, { row }) => sum + (rows.memberStart[row + 1] ?? 0) - (rows.memberStart[row] ?? 0),
		0,
	);
	return (statements * (statements - 1)) / 2;
}

/** Calls back with each pair of statements of two rows, the smaller id first. */
function eachMember(
	{ rows: { members, memberStart }, statements }: Corpus,
	{ row: one }: StandardRow,
	{ row: other }: StandardRow,
	take: (a: number, b: number) => void,
): void {
	for (let i = memberStart[one] as number; i < (memberStart[one + 1] as number); i++)
		for (let j = memberStart[other] as number; j < (memberStart[other + 1] as number); j++) {
			const [x, y] = [members[i] as number, members[j] as number];
			if ((statements[x]?.id ?? '') <= (statements[y]?.id ?? '')) take(x, y);
			else take(y, x);
		}
}

/** Pairs among the K best of either statement; the list is sorted, best first. */
function bestOfEach(corpus: Corpus, sorted: readonly FoundPair[], top: number): readonly FoundPair[] {
	const seen = new Int32Array(corpus.statements.length);
	return sorted.filter(({ a, b }) => {
		const [inA, inB] = [(seen[a] ?? 0) < top, (seen[b] ?? 0) < top];
		seen[a] = (seen[a] ?? 0) + 1;
		seen[b] = (seen[b] ?? 0) + 1;
		return inA || inB;
	});
}

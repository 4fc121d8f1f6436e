import { profileAffinity } from './affinity.ts';
import type { Corpus } from './corpus.ts';
import { SAME_ACT_FROM } from './lexicon/act-affinity.ts';
import { createPairFactors, factorWith, type PairFactors, type RowFactors } from './pair-factors.ts';
import {
	createPairs,
	millionthsAt,
	pairAt,
	pickPairs,
	type PairList,
	type StandardFinding,
} from './pair-list.ts';
import { orderedPairs, type OrderedPairs } from './ordered-pairs.ts';
import { MAX_PAIRS } from './pairs.ts';
import { toProduct, toScore } from './scale.ts';
import { compareIds } from './sort-pairs.ts';
import type { StandardRow } from './standard-rows.ts';

/** A function worded by more pairs of statements than this is no help to a reader; it is left to the words. */
const MOST_PAIRS = 250_000;
/** Affinity from which a statement does what its wording does: the same act or one of its class. */
const WORDED_ACT_FROM = 0.97;

type Group = readonly StandardRow[];

/**
 * The pairs of statements that word one standard function differently, from the threshold up; one that comes from
 * several functions with its best score. With `top` K the K best of each statement and function are enough. Undefined
 * when there are more than {@link MAX_PAIRS} and nothing says which to keep.
 */
export function liftPairs(
	corpus: Corpus,
	groups: readonly Group[],
	{ threshold, top }: { readonly threshold: number; readonly top: number | null },
): OrderedPairs | undefined {
	const factors = createPairFactors(corpus);
	const lifted = createPairs();
	for (const group of groups) {
		const size = statementsOf(corpus, group);
		if (group.length < 2 || (size * (size - 1)) / 2 > MOST_PAIRS) continue;
		const all = pairsOfGroup(corpus, group, { factors, threshold });
		const kept = top === null || size <= top + 1 ? all : bestOfStatements(corpus, all, top);
		for (let at = 0; at < kept.length; at++) lifted.add(pairAt(kept, at));
		if (top === null && lifted.length() > MAX_PAIRS) return undefined;
	}
	return orderedPairs(lifted.list(), corpus.statements.length);
}

function statementsOf({ rows }: Corpus, group: Group): number {
	return group.reduce(
		(sum, { row }) => sum + (rows.memberStart[row + 1] ?? 0) - (rows.memberStart[row] ?? 0),
		0,
	);
}

function pairsOfGroup(
	corpus: Corpus,
	group: Group,
	{ factors, threshold }: { readonly factors: PairFactors; readonly threshold: number },
): PairList {
	const { rows } = corpus;
	const pairs = createPairs(16);
	for (let at = 0; at < group.length; at++) {
		const one = group[at] as StandardRow;
		const own = factors.of(rows.profile[one.row] as number, rows.scope[one.row] as number);
		for (let next = at + 1; next < group.length; next++) {
			const other = group[next] as StandardRow;
			if (other.wording === one.wording) continue;
			const { factor, standard } = standardFactor(corpus, one, other, own);
			const score = toScore(nearness(one, other) * factor);
			if (score >= threshold) eachMember(corpus, one, other, (a, b) => pairs.add({ a, b, score, standard }));
		}
	}
	return pairs.list();
}

/** Product of two rows that word one function, 0–1. */
function nearness(one: StandardRow, other: StandardRow): number {
	return (one.product * other.product) ** 0.75 * one.share * other.share;
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

/** The pairs that are among the K best of either statement, equal scores by the id of the other. */
function bestOfStatements({ statements }: Corpus, pairs: PairList, top: number): PairList {
	const placesOf = new Map<number, number[]>();
	for (let at = 0; at < pairs.length; at++)
		for (const end of [pairs.a[at] as number, pairs.b[at] as number]) {
			const places = placesOf.get(end);
			if (places) places.push(at);
			else placesOf.set(end, [at]);
		}
	const isKept = new Uint8Array(pairs.length);
	for (const [own, places] of placesOf) {
		const idOf = (at: number) =>
			statements[((pairs.a[at] as number) === own ? pairs.b[at] : pairs.a[at]) ?? -1]?.id ?? '';
		places.sort((x, y) => millionthsAt(pairs, y) - millionthsAt(pairs, x) || compareIds(idOf(x), idOf(y)));
		for (const at of places.slice(0, top)) isKept[at] = 1;
	}
	return pickPairs(
		pairs,
		Int32Array.from(isKept.keys()).filter((at) => isKept[at] === 1),
	);
}

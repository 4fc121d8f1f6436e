import type { Corpus } from './corpus.ts';
import { createPairFactors } from './pair-factors.ts';
import { FALLBACK_TOP, MAX_PAIRS, type FoundPair, type FoundPairs } from './pairs.ts';
import { toScore } from './scale.ts';
import { findStandardRows, type StandardRow } from './standard-rows.ts';

/** A function worded by more pairs of statements than this is no help to a reader; it is left to the words. */
const MOST_PAIRS = 250_000;

/**
 * Lifts the pairs that word one standard function of the catalogue in different wordings. Through the catalogue two
 * statements are as near as each is to its own wording: product = p·p′ times the factor of acts, places, years and
 * names. Example: 0,9 · 0,7 · 1 = 0,63. The higher of the two ways counts, so nothing is ever lowered: a wording that the
 * catalogue lacks costs nothing. With `top` the K best of each statement stay, as among the pairs found by words.
 */
export function liftByCatalogue(corpus: Corpus, found: FoundPairs, threshold: number): FoundPairs {
	const lifted = new Map<number, FoundPair>();
	const keyOf = ({ a, b }: { a: number; b: number }) => a * corpus.statements.length + b;
	for (const pair of liftedPairs(corpus, threshold)) {
		const known = lifted.get(keyOf(pair));
		if (!known || known.score < pair.score) lifted.set(keyOf(pair), pair);
	}
	if (lifted.size === 0) return found;
	const pairs = found.pairs.map((pair) => {
		const better = lifted.get(keyOf(pair));
		lifted.delete(keyOf(pair));
		return better && better.score > pair.score ? better : pair;
	});
	pairs.push(...lifted.values());
	const top = found.top ?? (pairs.length > MAX_PAIRS ? FALLBACK_TOP : null);
	const sorted = pairs.sort(byScore(corpus));
	return { pairs: top === null ? sorted : bestOfEach(corpus, sorted, top), top };
}

/** Each pair of statements whose wordings differ; one pair may come from several functions. */
function* liftedPairs(corpus: Corpus, threshold: number): Iterable<FoundPair> {
	const factors = createPairFactors(corpus);
	const { rows } = corpus;
	for (const group of findStandardRows(corpus)) {
		if (sizeOf(corpus, group) > MOST_PAIRS) continue;
		for (const [at, one] of group.entries()) {
			const factorOf = factors.of(rows.profile[one.row] ?? 0, rows.scope[one.row] ?? 0);
			for (const other of group.slice(at + 1)) {
				if (other.wording === one.wording) continue;
				const score = toScore(one.product * other.product * factorOf(other.row));
				if (score >= threshold) yield* membersOf(corpus, one.row, other.row, score);
			}
		}
	}
}

function sizeOf({ rows }: Corpus, group: readonly StandardRow[]): number {
	const statements = group.reduce(
		(sum, { row }) => sum + (rows.memberStart[row + 1] ?? 0) - (rows.memberStart[row] ?? 0),
		0,
	);
	return (statements * (statements - 1)) / 2;
}

function* membersOf(corpus: Corpus, one: number, other: number, score: number): Iterable<FoundPair> {
	const { rows, statements } = corpus;
	const of = (row: number) =>
		rows.members.subarray(rows.memberStart[row] ?? 0, rows.memberStart[row + 1] ?? 0);
	for (const x of of(one))
		for (const y of of(other)) {
			const isOrdered = (statements[x]?.id ?? '') <= (statements[y]?.id ?? '');
			yield { a: isOrdered ? x : y, b: isOrdered ? y : x, score, isStandard: true };
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

function byScore({ statements }: Corpus) {
	const idOf = (statement: number) => statements[statement]?.id ?? '';
	return (p: FoundPair, q: FoundPair) =>
		q.score - p.score || compare(idOf(p.a), idOf(q.a)) || compare(idOf(p.b), idOf(q.b));
}

function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

import { BACKGROUND_SHARES, BACKGROUND_SIZE, RARE_SHARE } from './lexicon/background.ts';

/** Concepts with their weights, numbered from the rarest to the commonest. */
export interface Vocabulary {
	readonly concepts: readonly string[];
	readonly numbers: ReadonlyMap<string, number>;
	/** Weight of a concept by its number. */
	readonly weights: Float64Array;
	/** Number of statements behind the weights. */
	readonly size: number;
}

/**
 * Numbers the concepts by rising frequency (ties by name) and weighs them by
 * ln((B + N) ÷ (B·p + n)): N statements here, n of them with the concept, and B imagined ones of which the share p
 * holds it. Example: B = 400, N = 200, n = 2, p = 0,004 → ln(600 ÷ 3,6) = 5,12.
 */
export function weighTerms(digests: readonly { readonly concepts: readonly string[] }[]): Vocabulary {
	const frequencies = new Map<string, number>();
	for (const { concepts } of digests)
		for (const concept of concepts) frequencies.set(concept, (frequencies.get(concept) ?? 0) + 1);
	const ordered = [...frequencies].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
	const concepts = ordered.map(([concept]) => concept);
	return {
		concepts,
		numbers: new Map(concepts.map((concept, number) => [concept, number])),
		weights: Float64Array.from(ordered, ([concept, n]) => termWeight(concept, n, digests.length)),
		size: digests.length,
	};
}

/** Weight of a concept met in `n` of `size` statements. */
export function termWeight(concept: string, n: number, size: number): number {
	const expected = BACKGROUND_SIZE * (BACKGROUND_SHARES.get(concept) ?? RARE_SHARE);
	return Math.max(MIN_WEIGHT, Math.log((BACKGROUND_SIZE + size) / (expected + n)));
}

/** A term in nearly every statement still tells two statements from nothing. */
const MIN_WEIGHT = 0.1;

import type { Columns } from './columns.ts';
import { BACKGROUND_SHARES, BACKGROUND_SIZE, RARE_SHARE } from './lexicon/background.ts';

/** Concepts with their weights, numbered from the rarest to the commonest. */
export interface Vocabulary {
	readonly concepts: readonly string[];
	/** Weight of a concept by its number. */
	readonly weights: Float64Array;
	/** Number of statements behind the weights. */
	readonly size: number;
}

interface Weighed {
	readonly vocabulary: Vocabulary;
	/** Number of a concept in the columns → its number in the vocabulary. */
	readonly termOf: Int32Array;
}

/**
 * Numbers the concepts by rising frequency (ties by name) and weighs them by
 * ln((B + N) ÷ (B·p + n)): N statements here, n of them with the concept, and B imagined ones of which the share p
 * holds it. Example: B = 400, N = 200, n = 2, p = 0,015 → ln(600 ÷ 8) = 4,32.
 */
export function weighTerms(columns: Pick<Columns, 'size' | 'concepts' | 'concept'>): Weighed {
	const { concepts: names, concept, size } = columns;
	const frequency = new Int32Array(names.length);
	for (const number of concept) frequency[number] = (frequency[number] as number) + 1;
	const concepts = byFrequency(names, frequency);
	const numberOf = new Map(names.map((name, number) => [name, number]));
	const termOf = new Int32Array(names.length);
	const weights = Float64Array.from(concepts, (concept, term) => {
		const number = numberOf.get(concept) as number;
		termOf[number] = term;
		return termWeight(concept, frequency[number] as number, size);
	});
	return { vocabulary: { concepts, weights, size }, termOf };
}

/** From the rarest to the commonest; equally common ones, which are many, by the sort that the language has for texts. */
function byFrequency(names: readonly string[], frequency: Int32Array): readonly string[] {
	const groups = Map.groupBy(names.keys(), (number) => frequency[number] as number);
	return [...groups.keys()]
		.sort((a, b) => a - b)
		.flatMap((times) => (groups.get(times) ?? []).map((number) => names[number] as string).sort());
}

/** Weight of a concept met in `n` of `size` statements. */
export function termWeight(concept: string, n: number, size: number): number {
	const expected = BACKGROUND_SIZE * (BACKGROUND_SHARES.get(concept) ?? RARE_SHARE);
	return Math.max(MIN_WEIGHT, Math.log((BACKGROUND_SIZE + size) / (expected + n)));
}

/** A term in nearly every statement still tells two statements from nothing. */
const MIN_WEIGHT = 0.1;

import { numberIn, type Columns } from './columns.ts';
import { BACKGROUND_SHARES, BACKGROUND_SIZE, RARE_SHARE } from './lexicon/background.ts';
import { offsets } from './postings.ts';
import { conceptCount, conceptOfNumber, conceptsByName } from './reading.ts';

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
	/** Number of a concept in `conceptOfNumber` → its number in the vocabulary. */
	readonly termOf: Int32Array;
}

/**
 * Numbers the concepts by rising frequency (ties by name) and weighs them by
 * ln((B + N) ÷ (B·p + n)): N statements here, n of them with the concept, and B imagined ones of which the share p
 * holds it. Example: B = 400, N = 200, n = 2, p = 0,015 → ln(600 ÷ 8) = 4,32.
 */
export function weighTerms({ size, entry }: Pick<Columns, 'size' | 'entry'>): Weighed {
	const frequency = new Int32Array(conceptCount());
	for (let at = 0; at < entry.length; at++) {
		const number = numberIn(entry[at] as number);
		frequency[number] = (frequency[number] as number) + 1;
	}
	const numbers = byFrequency(frequency, size);
	const termOf = new Int32Array(frequency.length);
	const weights = new Float64Array(numbers.length);
	const concepts: string[] = [];
	for (let term = 0; term < numbers.length; term++) {
		const number = numbers[term] as number;
		const concept = conceptOfNumber(number);
		termOf[number] = term;
		concepts.push(concept);
		weights[term] = termWeight(concept, frequency[number] as number, size);
	}
	return { vocabulary: { concepts, weights, size }, termOf };
}

/** The concepts that occur, from the rarest to the commonest, by counting; those equally common by name. */
function byFrequency(frequency: Int32Array, size: number): Int32Array {
	const counts = new Int32Array(size + 1);
	let met = 0;
	for (const times of frequency)
		if (times > 0) {
			counts[times] = (counts[times] as number) + 1;
			met += 1;
		}
	const next = offsets(counts);
	const order = new Int32Array(met);
	for (const number of conceptsByName()) {
		const times = frequency[number] as number;
		if (times === 0) continue;
		const at = next[times] as number;
		next[times] = at + 1;
		order[at] = number;
	}
	return order;
}

/** Weight of a concept met in `n` of `size` statements. */
export function termWeight(concept: string, n: number, size: number): number {
	const expected = BACKGROUND_SIZE * (BACKGROUND_SHARES.get(concept) ?? RARE_SHARE);
	return Math.max(MIN_WEIGHT, Math.log((BACKGROUND_SIZE + size) / (expected + n)));
}

/** A term in nearly every statement still tells two statements from nothing. */
const MIN_WEIGHT = 0.1;

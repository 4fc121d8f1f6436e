import { comparePair, type ComparedPair } from './compare.ts';
import { buildCorpus, type Corpus } from './corpus.ts';
import { DEFAULT_OVERLAP_OPTIONS, type OverlapOptions, type OverlapStatement } from './options.ts';
import { mapPairs } from './pair-list.ts';
import { findPairs } from './pairs.ts';
import { weighByCatalogue } from './standard-pairs.ts';

export interface OverlapAnalysis {
	readonly corpus: Corpus;
	/** Best first; `a` and `b` are numbers of statements, the smaller id first. */
	readonly pairs: readonly ComparedPair[];
	/** The K kept for each statement, or null when every pair from the threshold up is here. */
	readonly top: number | null;
}

/**
 * Finds the statements that say the same or nearly the same: every pair from the threshold up, each once, with its
 * label and reasons. Nothing but id, unit and text is needed. Pure and deterministic; the order of the input does
 * not change the answer.
 */
export function findOverlaps(
	statements: readonly OverlapStatement[],
	options: Partial<OverlapOptions> = {},
): OverlapAnalysis {
	const settled = { ...DEFAULT_OVERLAP_OPTIONS, ...options };
	const corpus = buildCorpus(statements);
	const { pairs, top } = weighByCatalogue(corpus, findPairs(corpus, settled), settled.threshold);
	return { corpus, pairs: mapPairs(pairs, (pair) => comparePair(corpus, pair, settled)), top };
}

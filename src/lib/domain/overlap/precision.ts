/** Of the labelled pairs that the analysis finds from a score on, how many are really a duplication or an overlap. */
export interface PrecisionStep {
	/** Lowest score, 0–1. */
	readonly from: number;
	readonly right: number;
	readonly of: number;
}

/** Pairs of the labelled set that are a duplication or an overlap, found or not. */
export const LABELLED_OVERLAPS = 150;

/**
 * The figures of the part `unseen` of the labelled pairs, which is only counted and never tuned on; a test counts them
 * again with the engine of the day. Source: `src/docs/methods/overlap.md`.
 */
export const PRECISION_STEPS: readonly PrecisionStep[] = [
	{ from: 0.5, right: 130, of: 138 },
	{ from: 0.55, right: 126, of: 134 },
	{ from: 0.6, right: 125, of: 132 },
	{ from: 0.65, right: 117, of: 124 },
	{ from: 0.7, right: 107, of: 114 },
	{ from: 0.75, right: 97, of: 104 },
	{ from: 0.8, right: 91, of: 95 },
	{ from: 0.85, right: 80, of: 82 },
	{ from: 0.9, right: 73, of: 73 },
	{ from: 0.95, right: 61, of: 61 },
	{ from: 1, right: 28, of: 28 },
];

/**
 * What is known of a threshold: the figures of the highest step that is not above it; null below the first, where the
 * analysis calls nothing an overlap. Example: 0,72 → the step 0,7 with 107 right of 114.
 */
export function precisionAt(threshold: number): PrecisionStep | null {
	return PRECISION_STEPS.findLast(({ from }) => from <= threshold + 1e-9) ?? null;
}

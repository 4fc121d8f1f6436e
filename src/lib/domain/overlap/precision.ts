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
	{ from: 0.5, right: 122, of: 134 },
	{ from: 0.55, right: 117, of: 126 },
	{ from: 0.6, right: 104, of: 111 },
	{ from: 0.65, right: 96, of: 102 },
	{ from: 0.7, right: 87, of: 91 },
	{ from: 0.75, right: 78, of: 81 },
	{ from: 0.8, right: 75, of: 77 },
	{ from: 0.85, right: 69, of: 71 },
	{ from: 0.9, right: 62, of: 62 },
	{ from: 0.95, right: 52, of: 52 },
	{ from: 1, right: 27, of: 27 },
];

/**
 * What is known of a threshold: the figures of the highest step that is not above it; null below the first, where the
 * analysis calls nothing an overlap. Example: 0,72 → the step 0,7 with 87 right of 91.
 */
export function precisionAt(threshold: number): PrecisionStep | null {
	return PRECISION_STEPS.findLast(({ from }) => from <= threshold + 1e-9) ?? null;
}

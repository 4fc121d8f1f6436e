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
	{ from: 0.5, right: 132, of: 139 },
	{ from: 0.55, right: 128, of: 135 },
	{ from: 0.6, right: 124, of: 131 },
	{ from: 0.65, right: 118, of: 125 },
	{ from: 0.7, right: 110, of: 117 },
	{ from: 0.75, right: 103, of: 110 },
	{ from: 0.8, right: 90, of: 94 },
	{ from: 0.85, right: 81, of: 83 },
	{ from: 0.9, right: 73, of: 73 },
	{ from: 0.95, right: 61, of: 61 },
	{ from: 1, right: 29, of: 29 },
];

/**
 * What is known of a threshold: the figures of the highest step that is not above it; null below the first, where the
 * analysis calls nothing an overlap. Example: 0,72 → the step 0,7 with 110 right of 117.
 */
export function precisionAt(threshold: number): PrecisionStep | null {
	return PRECISION_STEPS.findLast(({ from }) => from <= threshold + 1e-9) ?? null;
}

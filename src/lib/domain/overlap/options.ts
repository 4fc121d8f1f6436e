/** Parameters of the analysis; the service fills them from the parameters in force, the terminal from its options. */
export interface OverlapOptions {
	/** Lowest score of a pair that is shown, 0–1. */
	readonly threshold: number;
	/** Score from which the same act on the same object is a duplication (methodology §2.4, rule D). */
	readonly duplicationFrom: number;
	/** Score from which two statements overlap (methodology §2.4, rule O). */
	readonly overlapFrom: number;
	/** Keep the K best pairs of each statement; null keeps every pair from the threshold up. */
	readonly top: number | null;
}

export const DEFAULT_OVERLAP_OPTIONS: OverlapOptions = {
	threshold: 0.5,
	duplicationFrom: 0.8,
	overlapFrom: 0.5,
	top: null,
};

/** A statement as the analysis takes it. Where it is known, the place of the unit bounds the statement too. */
export interface OverlapStatement {
	readonly id: string;
	readonly unit: string;
	readonly text: string;
	/** Settlement or mayoralty that bounds the function; null when it covers the whole municipality. */
	readonly place?: string | null;
	/** Name of the municipality, folded; a text that names it bounds nothing. */
	readonly home?: string;
}

export interface SampleSizeInput {
	/** Expected share of the observed activity, 0–1. */
	readonly share: number;
	/** Accepted error of the share, 0–1, above 0. */
	readonly error: number;
	/** Standard score of the confidence, 1.96 for 95 %. */
	readonly z: number;
}

/**
 * Momentary observations needed: z² p (1 − p) ÷ e², always rounded up.
 * Example (oracle T10): p 0,25, e 0,02, z 1,96 → 1 800,75 → 1 801. Source: methodology §3.6.
 */
export function observationsNeeded(input: SampleSizeInput): number {
	return wholeUp(rawSampleSize(input));
}

/**
 * Error of an observed share: z √(p (1 − p) ÷ n).
 * Example (oracle T10): 40 of 100 at z 1,96 → ± 0,096.
 */
export function samplingError(input: {
	readonly share: number;
	readonly observations: number;
	readonly z: number;
}): number {
	return input.z * Math.sqrt((input.share * (1 - input.share)) / input.observations);
}

/**
 * Respondents needed in a survey of a known population: n₀ ÷ (1 + (n₀ − 1) ÷ N), rounded up.
 * Example (oracle T13): N 12 000, e 5 %, p 0,5 → n₀ 384,16 → 372,27 → 373. Source: methodology §5.5.
 */
export function respondentsNeeded(input: SampleSizeInput & { readonly population: number }): number {
	const infinite = rawSampleSize(input);
	return wholeUp(infinite / (1 + (infinite - 1) / input.population));
}

function rawSampleSize({ share, error, z }: SampleSizeInput): number {
	return (z * z * share * (1 - share)) / (error * error);
}

/** Rounds up, but not over the noise of binary fractions (525,0000000001 is 525). */
function wholeUp(value: number): number {
	return Math.ceil(Number(value.toFixed(6)));
}

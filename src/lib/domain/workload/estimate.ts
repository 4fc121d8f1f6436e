/**
 * A quantity with its uncertainty: the least, the expected and the greatest value.
 * `expected` is the PERT mean where the value comes from three estimates; sums add each part by itself, so the
 * bounds of a sum are the cautious ones (all low at once, all high at once).
 */
export interface Estimate {
	readonly low: number;
	readonly expected: number;
	readonly high: number;
}

export const NO_DEMAND: Estimate = { low: 0, expected: 0, high: 0 };

/**
 * PERT mean of three estimates: (low + 4 × usual + high) ÷ 6, in the unit of the estimates.
 * Example: 20, 30, 52 minutes → (20 + 120 + 52) ÷ 6 = 32 minutes. Source: methodology §3.5.
 */
export function pertMean(three: {
	readonly low: number;
	readonly usual: number;
	readonly high: number;
}): number {
	return (three.low + 4 * three.usual + three.high) / 6;
}

/** Three estimates as an estimate with its PERT mean; null when they are not in order low ≤ usual ≤ high. */
export function estimateOf(three: {
	readonly low: number;
	readonly usual: number;
	readonly high: number;
}): Estimate | null {
	if (!(three.low <= three.usual && three.usual <= three.high)) return null;
	return { low: three.low, expected: pertMean(three), high: three.high };
}

/** A value without uncertainty: all three parts are the same. */
export function certain(value: number): Estimate {
	return { low: value, expected: value, high: value };
}

/** The same rule on all three parts; the rule must be increasing, or the parts change places. */
export function mapEstimate(estimate: Estimate, rule: (value: number) => number): Estimate {
	return { low: rule(estimate.low), expected: rule(estimate.expected), high: rule(estimate.high) };
}

/**
 * The parts of estimates added each by itself, in their unit; of nothing it is 0. Example: (1, 2, 4) + (3, 3, 3) =
 * (4, 5, 7).
 */
export function sumEstimates(estimates: Iterable<Estimate>): Estimate {
	let [low, expected, high] = [0, 0, 0];
	for (const estimate of estimates) {
		low += estimate.low;
		expected += estimate.expected;
		high += estimate.high;
	}
	return { low, expected, high };
}

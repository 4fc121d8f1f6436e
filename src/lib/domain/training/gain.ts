/**
 * Normalised gain of a training: `(post − pre) / (max − pre)`; undefined when the test was full before it
 * began (`pre = max`), because nothing was left to gain. A loss is negative.
 * Example (oracle T20): 8 before, 14 after, of 20 → 6 / 12 = 0,50. Source: methodology §4.5, level 2.
 */
export function learningGain(points: {
	readonly pre: number;
	readonly post: number;
	readonly max: number;
}): number | undefined {
	const left = points.max - points.pre;
	return left === 0 ? undefined : (points.post - points.pre) / left;
}

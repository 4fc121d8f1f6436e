/**
 * Cosines of short statements are low numbers even where a person sees the same function: one word of six in other
 * words leaves 0,7. The scale puts 0,5 and 0,8 of methodology §2.4 where the labelled pairs of the part `seen` put
 * them: from the product 0,25 up most pairs overlap, from 0,62 up most are the same function. Straight lines between.
 */
const ANCHORS: readonly { readonly product: number; readonly score: number }[] = [
	{ product: 0, score: 0 },
	{ product: 0.25, score: 0.5 },
	{ product: 0.62, score: 0.8 },
	{ product: 1, score: 1 },
];

/** Score 0–1 with six decimals, from the product of cosine and factor. Example: product 0,435 → 0,65. */
export function toScore(product: number): number {
	const score = between(Math.min(1, product), 'product', 'score');
	return Math.round(score * 1e6) / 1e6;
}

/** The product that has this score. Example: score 0,9 → 0,81. */
export function toProduct(score: number): number {
	return between(Math.min(1, Math.max(0, score)), 'score', 'product');
}

function between(value: number, from: 'product' | 'score', to: 'product' | 'score'): number {
	for (let at = 1; at < ANCHORS.length; at++) {
		const [low, high] = [ANCHORS[at - 1], ANCHORS[at]];
		if (!low || !high || (value > high[from] && at < ANCHORS.length - 1)) continue;
		return low[to] + ((value - low[from]) / (high[from] - low[from])) * (high[to] - low[to]);
	}
	return value;
}

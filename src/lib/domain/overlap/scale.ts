/**
 * Cosines of short statements are low numbers even where a person sees the same function: one word of six in other
 * words leaves 0,7. The score is the product raised to this power, so that 0,5 and 0,8 of methodology §2.4 keep
 * their meaning; 0 stays 0 and 1 stays 1.
 */
const EXPONENT = 0.8;

/** Score 0–1 with six decimals, from the product of cosine and factor. Example: product 0,76 → 0,802868. */
export function toScore(product: number): number {
	return Math.round(Math.min(1, product) ** EXPONENT * 1e6) / 1e6;
}

/** The least product that can have this score or a greater one. */
export function toProduct(score: number): number {
	return score ** (1 / EXPONENT);
}

/** How work is spread over units: `methodology.md` §2.5. */
export interface Dispersion {
	/** H = Σ s², the concentration, 0–1. */
	readonly concentration: number;
	/** D = 1 − H, 0–1; 0 where one unit does everything. */
	readonly dispersion: number;
	/** 1 ÷ H, the number of equal units that would be spread as widely. */
	readonly effectiveUnits: number;
}

/**
 * Concentration, dispersion and effective number of units of amounts (FTE, hours or shares) by unit. Undefined when
 * nothing is measured (no amount above 0).
 *
 * Oracle T11: 1,2 / 0,4 / 0,3 / 0,1 ЕПРВ → shares 0,60 0,20 0,15 0,05 → H 0,425, D 0,575, 1/H 2,353.
 */
export function computeDispersion(amounts: readonly number[]): Dispersion | undefined {
	const total = amounts.reduce((sum, amount) => sum + amount, 0);
	if (!(total > 0)) return undefined;
	const concentration = amounts.reduce((sum, amount) => sum + (amount / total) ** 2, 0);
	return { concentration, dispersion: 1 - concentration, effectiveUnits: 1 / concentration };
}

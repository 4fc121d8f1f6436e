import { isWithin, type IsoDate, type PowerKey } from '../shared/index.ts';
import type { AdminFunction, Power } from './types.ts';

/** Powers in force that at least one function serves, and those that none does. */
export interface PowersCoverage {
	readonly covered: number;
	readonly total: number;
	/** covered ÷ total; null when the catalogue has no power in force on the day. */
	readonly share: number | null;
	/** Powers without a function, in the order of the catalogue. */
	readonly uncovered: readonly PowerKey[];
}

/** Coverage of the powers in force on a day by functions. Example: 3 powers, functions for 2 → 66,7 %. */
export function foldPowers(
	functions: readonly AdminFunction[],
	powers: readonly Power[],
	asOf: IsoDate,
): PowersCoverage {
	const served = new Set(functions.flatMap((item) => item.powers));
	const inForce = powers.filter((power) => isWithin(asOf, { from: power.validFrom, to: power.validTo }));
	const uncovered = inForce.filter((power) => !served.has(power.key)).map((power) => power.key);
	const total = inForce.length;
	const covered = total - uncovered.length;
	return { covered, total, share: total > 0 ? covered / total : null, uncovered };
}

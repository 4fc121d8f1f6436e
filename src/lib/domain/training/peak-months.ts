/**
 * The months (1–12) with the most work of a unit: those that stand out by counted cases; where nothing is counted by
 * months, those that the largest part of the answered time names; undefined where neither is known („не е измерено“).
 * Example: nothing counted, March named for 0,7 of the time and December for 0,3 → March.
 */
export function peakMonthsOf(known: {
	readonly counted: readonly { readonly month: number; readonly isPeak: boolean }[] | null;
	/** Part of the answered time for each month, January first. */
	readonly named: readonly number[] | null;
}): readonly number[] | undefined {
	const { counted, named } = known;
	if (counted) return counted.filter(({ isPeak }) => isPeak).map(({ month }) => month);
	if (!named) return undefined;
	const most = Math.max(...named);
	return named.flatMap((part, at) => (part >= most - TINY ? [at + 1] : []));
}

/** Sums of shares differ in their last binary digits. */
const TINY = 1e-9;

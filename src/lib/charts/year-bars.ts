import { nice, ticks } from 'd3';
import type { Stretch, WorkloadAxisTick } from './workload-bars.ts';

/** One line of the drawing of two years; an amount that is not known has no bar. */
export interface YearBarInput {
	readonly key: string;
	readonly before: number | null;
	readonly after: number | null;
}

export interface YearBar {
	readonly key: string;
	readonly before: Stretch | null;
	readonly after: Stretch | null;
}

/**
 * Last year and this year of each line over one zero-based axis, in percent of the width. The axis ends at a round number
 * above the longest bar; without any amount it ends at 1. Example: 1,6 before and 2 now → bars of 80 % and 100 %.
 */
export function layoutYears(
	inputs: readonly YearBarInput[],
	tickCount = 6,
): { readonly bars: readonly YearBar[]; readonly ticks: readonly WorkloadAxisTick[] } {
	const longest = inputs.reduce((most, { before, after }) => Math.max(most, before ?? 0, after ?? 0), 0);
	const [, end] = nice(0, longest || 1, tickCount);
	const place = (value: number) => Math.round((value / end) * 100_000) / 1000;
	const bar = (value: number | null) => (value === null ? null : { at: 0, width: place(value) });
	return {
		bars: inputs.map(({ key, before, after }) => ({ key, before: bar(before), after: bar(after) })),
		ticks: ticks(0, end, tickCount).map((value) => ({ value, at: place(value) })),
	};
}

import { nice, ticks } from 'd3';
import type { Estimate, WorkloadClass } from '#lib/domain/workload/index.ts';

/** One unit, post or total as the drawing needs it; all amounts in full posts. */
export interface WorkloadBarInput {
	readonly key: string;
	/** Null is drawn hatched as „не е измерено“. */
	readonly need: Estimate | null;
	readonly approved: number;
	readonly occupied: number;
	readonly class: WorkloadClass;
}

/** A stretch on the common axis, both in percent of the width of the drawing. */
export interface Stretch {
	readonly at: number;
	readonly width: number;
}

export interface WorkloadBar {
	readonly key: string;
	readonly class: WorkloadClass;
	/** From 0 to the expected need; null when not measured. */
	readonly need: Stretch | null;
	/** From the least to the greatest need; null when not measured or certain. */
	readonly range: Stretch | null;
	readonly approved: Stretch;
	readonly occupied: Stretch;
}

export interface WorkloadAxisTick {
	readonly value: number;
	readonly at: number;
}

export interface WorkloadBarLayout {
	readonly bars: readonly WorkloadBar[];
	readonly ticks: readonly WorkloadAxisTick[];
}

/**
 * Bars of needed and available posts over one zero-based axis, in percent of the width, so that the drawing fits
 * any screen. The axis ends at a round number above the longest bar or whisker; without any amount it ends at 1.
 */
export function layoutWorkloadBars(
	inputs: readonly WorkloadBarInput[],
	{ tickCount = 6 }: { readonly tickCount?: number } = {},
): WorkloadBarLayout {
	const longest = inputs.reduce(
		(most, row) => Math.max(most, row.approved, row.occupied, row.need?.high ?? 0),
		0,
	);
	const { place, ticks } = layoutAxis(longest, tickCount);
	const stretch = (from: number, to: number): Stretch => ({
		at: place(from),
		width: place(Math.max(to - from, 0)),
	});
	return {
		bars: inputs.map((row) => ({
			key: row.key,
			class: row.class,
			need: row.need && stretch(0, row.need.expected),
			range: row.need && row.need.high > row.need.low ? stretch(row.need.low, row.need.high) : null,
			approved: stretch(0, row.approved),
			occupied: stretch(0, row.occupied),
		})),
		ticks,
	};
}

/** A zero-based axis that ends at a round number above the longest amount; without any it ends at 1. */
export function layoutAxis(
	longest: number,
	tickCount: number,
): {
	/** Where an amount lies, in percent of the width. */
	readonly place: (amount: number) => number;
	readonly ticks: readonly WorkloadAxisTick[];
} {
	const [, end] = nice(0, longest || 1, tickCount);
	const place = (amount: number) => tidy((amount / end) * 100);
	return { place, ticks: ticks(0, end, tickCount).map((value) => ({ value, at: place(value) })) };
}

/** Thousandths of a percent are finer than any screen and keep the markup short. */
export function tidy(percent: number): number {
	return Math.round(percent * 1000) / 1000;
}

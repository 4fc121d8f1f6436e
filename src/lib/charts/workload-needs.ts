import type { Estimate } from '#lib/domain/workload/index.ts';
import { layoutAxis, tidy, type Stretch, type WorkloadAxisTick } from './workload-bars.ts';

/** One unit as the drawing of the three methods needs it; all amounts in full posts. */
export interface NeedRowInput {
	readonly key: string;
	readonly approved: number;
	readonly occupied: number;
	readonly marks: readonly {
		readonly method: string;
		readonly fte: Estimate;
		/** A method that reaches too little to have a say is drawn hollow. */
		readonly isHeard: boolean;
	}[];
}

/** One mark with its whisker, in percent of the width. */
export interface NeedMark {
	readonly method: string;
	readonly at: number;
	/** From the least to the greatest value; null when certain. */
	readonly range: Stretch | null;
	readonly isHeard: boolean;
}

export interface NeedRow {
	readonly key: string;
	readonly approved: Stretch;
	readonly occupied: Stretch;
	readonly marks: readonly NeedMark[];
}

export interface NeedLayout {
	readonly rows: readonly NeedRow[];
	readonly ticks: readonly WorkloadAxisTick[];
}

/**
 * Bars of available posts with a mark and a whisker for each method over one zero-based axis, in percent of the width.
 * The axis ends at a round number above the longest bar or whisker; without any amount it ends at 1.
 */
export function layoutNeeds(inputs: readonly NeedRowInput[], tickCount = 6): NeedLayout {
	const longest = inputs.reduce(
		(most, row) => Math.max(most, row.approved, row.occupied, ...row.marks.map(({ fte }) => fte.high)),
		0,
	);
	const { place, ticks } = layoutAxis(longest, tickCount);
	return {
		rows: inputs.map(({ key, approved, occupied, marks }) => ({
			key,
			approved: { at: 0, width: place(approved) },
			occupied: { at: 0, width: place(occupied) },
			marks: marks.map(({ method, fte, isHeard }) => ({
				method,
				at: place(fte.expected),
				range: fte.high > fte.low ? { at: place(fte.low), width: place(fte.high - fte.low) } : null,
				isHeard,
			})),
		})),
		ticks,
	};
}

/** One part of a stacked bar, in percent of the width. */
export interface StackPart extends Stretch {
	readonly key: string;
	readonly value: number;
}

/** Parts one after another over an axis that ends at `end`; parts of nothing are left out. */
export function layoutStack(
	parts: readonly { readonly key: string; readonly value: number }[],
	end: number,
): readonly StackPart[] {
	let from = 0;
	return parts.flatMap(({ key, value }) => {
		if (!(value > 0)) return [];
		const at = from;
		from += value;
		return [{ key, value, at: tidy((at / end) * 100), width: tidy((value / end) * 100) }];
	});
}

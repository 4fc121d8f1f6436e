import type { WorkloadBar } from '#lib/charts/workload-bars.ts';

/** Classes that have a fill of their own; the name of the CSS variable and of the pattern over it. */
export const WORKLOAD_FILLS: Readonly<Record<WorkloadBar['class'], string>> = {
	overloaded: 'over',
	high: 'high',
	normal: 'normal',
	'below-norm': 'below',
	low: 'low',
	'no-staff': 'nobody',
	'insufficient-data': 'thin',
	'not-measured': 'none',
};

/** One row of the drawing with its words; the words alone say everything the marks say. */
export interface WorkloadBarRow {
	readonly bar: WorkloadBar;
	readonly name: string;
	readonly href: string;
	/** Level of indent. */
	readonly depth: number;
	/** „нужни 1,88 (от 1,50 до 2,30)“. */
	readonly need: string;
	/** „заети 3 от 3“. */
	readonly staff: string;
	/** Name of the class with the utilisation. */
	readonly verdict: string;
	/** Coverage, doubts. */
	readonly detail: string;
}

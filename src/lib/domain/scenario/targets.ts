import type { Measure, MeasureValues } from './measures.ts';

/** What a target of a scenario is set to, and on which side of it the scenario has to stay. */
export const TARGET_METRICS = {
	administration: { measure: 'administration', bound: 'at-most' },
	cost: { measure: 'cost', bound: 'at-most' },
	units: { measure: 'units', bound: 'at-most' },
	layers: { measure: 'layers', bound: 'at-most' },
	'span-least': { measure: 'span', bound: 'at-least' },
	'span-most': { measure: 'span', bound: 'at-most' },
	'specialised-share': { measure: 'specialised-share', bound: 'at-least' },
	'open-overlaps': { measure: 'open-overlaps', bound: 'at-most' },
	'failed-rules': { measure: 'failed-rules', bound: 'at-most' },
	'unanswered-functions': { measure: 'unanswered-functions', bound: 'at-most' },
} as const satisfies Record<string, { readonly measure: Measure; readonly bound: 'at-most' | 'at-least' }>;

export type TargetMetric = keyof typeof TARGET_METRICS;
export const TARGET_METRIC_KEYS = Object.keys(TARGET_METRICS) as readonly TargetMetric[];

/** The amount of a target in the unit of its measure: posts, euro cents, a count, a share 0–1. */
export type Targets = Readonly<Partial<Record<TargetMetric, number>>>;

/** How a scenario stands to one of its targets. */
export interface TargetStanding {
	readonly metric: TargetMetric;
	readonly measure: Measure;
	readonly bound: 'at-most' | 'at-least';
	readonly amount: number;
	/** Values of the measure on the base and after the scenario; null where nobody measured them. */
	readonly before: number | null;
	readonly after: number | null;
	readonly state: 'met' | 'missed' | 'not-measured';
	/**
	 * How much of the amount the scenario takes, 0–1 for drawing: above 1 it is drawn full. Null where not measured.
	 * Of an amount of 0 nothing is taken at 0 and all of it otherwise.
	 */
	readonly filled: number | null;
}

/**
 * Standings of a scenario to its targets, in the order of {@link TARGET_METRICS}; metrics without a target are left out.
 * Example: at most 87 posts and 88 after the scenario → missed, filled 1; at least 0,3 specialised and 0,28 → missed,
 * filled 0,28 ÷ 0,3 = 0,93.
 */
export function standToTargets(
	targets: Targets,
	values: { readonly before: MeasureValues; readonly after: MeasureValues },
): readonly TargetStanding[] {
	return TARGET_METRIC_KEYS.flatMap((metric): readonly TargetStanding[] => {
		const amount = targets[metric];
		if (amount === undefined) return [];
		const { measure, bound } = TARGET_METRICS[metric];
		const [before, after] = [values.before[measure], values.after[measure]];
		return [
			{
				...{ metric, measure, bound, amount, before, after },
				state: after === null ? 'not-measured' : isMet(after, amount, bound) ? 'met' : 'missed',
				filled: after === null ? null : share(after, amount),
			},
		];
	});
}

/** Differences below this come from divisions, not from the structure. */
const EQUAL = 1e-9;

function isMet(value: number, amount: number, bound: 'at-most' | 'at-least'): boolean {
	return bound === 'at-most' ? value <= amount + EQUAL : value >= amount - EQUAL;
}

function share(value: number, amount: number): number {
	if (amount === 0) return value === 0 ? 0 : 1;
	return Math.min(1, Math.max(0, value / amount));
}

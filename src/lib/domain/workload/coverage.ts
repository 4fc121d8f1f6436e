import type { Activity, Participation } from '../org/index.ts';
import { share, type FunctionKey, type Share } from '../shared/index.ts';
import { estimateOf } from './estimate.ts';

/**
 * How much of the work of a unit the measurement reaches.
 *
 * Every function weighs what the unit does for it: the recorded share of its work; without one, 1 for the unit
 * that answers and ½ for one that takes part. Being consulted or informed weighs nothing. A function counts as
 * measured by the part of its activities here that have both a volume and a time norm.
 */
export interface Coverage {
	readonly measured: number;
	readonly total: number;
	/** measured ÷ total; null when the unit has no functions at all. */
	readonly share: Share | null;
	/** Functions with nothing measured here, in the order of the structure. */
	readonly unmeasured: readonly FunctionKey[];
}

export const NO_COVERAGE: Coverage = { measured: 0, total: 0, share: null, unmeasured: [] };

/** Coverage of one unit. Example: answers for A (measured) and B (not), takes part in C (measured) → 1,5 ÷ 2,5 = 60 %. */
export function computeCoverage(input: {
	/** Place of every function of the structure; what stands under no place is not counted. */
	readonly rank: ReadonlyMap<FunctionKey, number>;
	readonly participations: readonly Participation[];
	readonly activities: readonly Activity[];
}): Coverage {
	const weights = functionWeights(input.participations, input.activities);
	const activities = Map.groupBy(input.activities, (activity) => activity.functionKey);
	const place = (key: FunctionKey) => input.rank.get(key) ?? 0;
	const ordered = [...weights.keys()]
		.filter((key) => input.rank.has(key))
		.sort((a, b) => place(a) - place(b));
	let [measured, total] = [0, 0];
	const unmeasured: FunctionKey[] = [];
	for (const key of ordered) {
		const weight = weights.get(key) ?? 0;
		const part = measuredPart(activities.get(key) ?? []);
		total += weight;
		measured += weight * part;
		if (part === 0) unmeasured.push(key);
	}
	return withShare({ measured, total, unmeasured });
}

/** Coverage of several units together: weights are added, functions without measurement are listed once. */
export function sumCoverage(parts: readonly Coverage[]): Coverage {
	return withShare({
		measured: parts.reduce((sum, part) => sum + part.measured, 0),
		total: parts.reduce((sum, part) => sum + part.total, 0),
		unmeasured: [...new Set(parts.flatMap((part) => part.unmeasured))],
	});
}

/** An activity is measured when its yearly volume and a time norm in order (low ≤ usual ≤ high) are known. */
export function isMeasured(activity: Activity): boolean {
	return activity.annualVolume !== null && activity.minutes !== null && estimateOf(activity.minutes) !== null;
}

const ANSWERS_WEIGHT = 1;
const TAKES_PART_WEIGHT = 0.5;

/**
 * What each function of one unit weighs: the recorded share; without one, 1 where the unit answers and ½ where it takes
 * part or only its activities say so.
 */
export function functionWeights(
	participations: readonly Participation[],
	activities: readonly Activity[],
): ReadonlyMap<FunctionKey, number> {
	const weights = new Map<FunctionKey, number>();
	for (const activity of activities) weights.set(activity.functionKey, TAKES_PART_WEIGHT);
	const doing = participations.filter((item) => item.role === 'accountable' || item.role === 'participates');
	for (const [key, parts] of Map.groupBy(doing, (item) => item.functionKey)) {
		weights.set(key, weightOf(parts));
	}
	return weights;
}

function weightOf(parts: readonly Participation[]): number {
	const known = parts.flatMap((part) => (part.share === null ? [] : [part.share]));
	const knownSum = known.reduce((sum, part) => sum + part, 0);
	if (knownSum > 0) return Math.min(knownSum, 1);
	return parts.some((part) => part.role === 'accountable') ? ANSWERS_WEIGHT : TAKES_PART_WEIGHT;
}

function measuredPart(activities: readonly Activity[]): number {
	if (activities.length === 0) return 0;
	return activities.filter(isMeasured).length / activities.length;
}

function withShare(coverage: Omit<Coverage, 'share'>): Coverage {
	const { measured, total } = coverage;
	return { ...coverage, share: total > 0 ? share(Math.min(measured / total, 1)) : null };
}

import type { Activity, Participation } from '../org/index.ts';
import type { FunctionKey } from '../shared/index.ts';
import type { FunctionNeed } from './three-methods.ts';

/** What is written for a unit against what it spends time on (N02); functions in the order of the structure. */
export interface PaperLists {
	/** Written and nobody spends time on it: the survey reaches enough of the unit and knows no time, nothing is counted. */
	readonly idle: readonly FunctionKey[];
	/** Time is spent or cases are counted, and it is written nowhere for the unit. */
	readonly unwritten: readonly FunctionKey[];
	/** Written, and not measured enough to say. */
	readonly unmeasured: readonly FunctionKey[];
}

export interface PaperInput {
	readonly functions: readonly FunctionNeed[];
	readonly participations: readonly Participation[];
	readonly activities: readonly Activity[];
	/** Whether the survey reaches enough of the unit for its silence to say something. */
	readonly isSurveyed: boolean;
}

/**
 * The two lists of one unit, and what stays open. Written is a role of answering or taking part. A function counted as no
 * cases a year is idle whatever the survey reaches.
 */
export function paperLists(input: PaperInput): PaperLists {
	const written = new Set(
		input.participations.flatMap(({ role, functionKey }) =>
			role === 'accountable' || role === 'participates' ? [functionKey] : [],
		),
	);
	const counted = Map.groupBy(
		input.activities.filter(({ annualVolume }) => annualVolume !== null),
		({ functionKey }) => functionKey,
	);
	const spent = (fn: FunctionNeed) =>
		(fn.survey?.expected ?? 0) > 0 ||
		(counted.get(fn.functionKey) ?? []).some(({ annualVolume }) => (annualVolume ?? 0) > 0);
	const known = (fn: FunctionNeed) => input.isSurveyed || counted.has(fn.functionKey);
	const keys = (test: (fn: FunctionNeed) => boolean) =>
		input.functions.filter(test).map(({ functionKey }) => functionKey);
	return {
		idle: keys((fn) => written.has(fn.functionKey) && !spent(fn) && known(fn)),
		unwritten: keys((fn) => !written.has(fn.functionKey) && spent(fn)),
		unmeasured: keys((fn) => written.has(fn.functionKey) && !spent(fn) && !known(fn)),
	};
}

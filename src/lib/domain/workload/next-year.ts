import type { Activity, Structure } from '../org/index.ts';
import type { ActivityKey, FunctionKey, UnitKey } from '../shared/index.ts';
import type { Estimate } from './estimate.ts';
import {
	commonActivities,
	compareFunctionYears,
	isTimed,
	normOf,
	type FunctionYears,
} from './function-years.ts';
import type { WorkloadReport } from './unit-workload.ts';

/** One activity in two years; null is not measured, undefined is not there. */
export interface ActivityYears {
	readonly key: ActivityKey;
	readonly unitKey: UnitKey;
	readonly functionKey: FunctionKey;
	readonly activity: Activity;
	readonly before: number | null | undefined;
	readonly after: number | null | undefined;
	/** (after − before) ÷ before; null where either is not measured, or before was 0. */
	readonly change: number | null;
	/** True where the minutes of a case are no longer the same. */
	readonly isNormChanged: boolean;
}

export interface UnitYears {
	readonly unitKey: UnitKey;
	readonly before: Estimate | null;
	readonly after: Estimate | null;
	/** After − before, expected values; null where either is not measured, or an activity of both years is not in one. */
	readonly difference: number | null;
	/** Activities that have no volume yet. */
	readonly waiting: number;
}

export interface YearsCompared {
	readonly units: readonly UnitYears[];
	readonly functions: readonly FunctionYears[];
	readonly activities: readonly ActivityYears[];
}

interface Year {
	readonly structure: Structure;
	readonly report: WorkloadReport;
}

/**
 * The difference to last year by unit, by function and by activity (N12), in the order of the later structure; what is gone stands last.
 * Example: 1 200 certificates, now 1 500 → +25 %; a unit of 1,8 posts, now 2,1 → +0,3.
 */
export function compareYears(before: Year, after: Year): YearsCompared {
	const then = new Map(before.structure.activities.map((item) => [item.key, item]));
	const now = new Set(after.structure.activities.map(({ key }) => key));
	const gone = before.structure.activities.filter(({ key }) => !now.has(key));
	const here = Map.groupBy(after.structure.activities, ({ unitKey }) => unitKey);
	return {
		units: after.structure.units.flatMap(({ key }) => {
			const unit = { unitKey: key, before: needOf(before, key), after: needOf(after, key) };
			const count = (here.get(key) ?? []).filter(({ annualVolume }) => annualVolume === null).length;
			if (!unit.before && !unit.after && count === 0) return [];
			const isComplete = commonActivities(then, here.get(key) ?? []).every(isTimed);
			const difference =
				isComplete && unit.before && unit.after ? unit.after.expected - unit.before.expected : null;
			return [{ ...unit, difference, waiting: count }];
		}),
		functions: compareFunctionYears(before, after),
		activities: [
			...after.structure.activities.map((item) => activityYears(then.get(item.key), item)),
			...gone.map((item) => activityYears(item, undefined)),
		].flatMap((item) => item ?? []),
	};
}

/** Common duties alone are no measurement of the work: with every volume waiting the need is not measured. */
function needOf({ report }: Year, key: UnitKey): Estimate | null {
	const need = report.units.get(key)?.own.need;
	return need?.kind === 'measured' && need.coverage > 0 ? need.value : null;
}

function activityYears(before: Activity | undefined, after: Activity | undefined): ActivityYears | undefined {
	const activity = after ?? before;
	if (!activity) return undefined;
	const { key, unitKey, functionKey } = activity;
	const [then, now] = [before?.annualVolume, after?.annualVolume];
	const change = then && now !== undefined && now !== null ? (now - then) / then : null;
	const isNormChanged = before !== undefined && after !== undefined && normOf(before) !== normOf(after);
	return { key, unitKey, functionKey, activity, before: then, after: now, change, isNormChanged };
}

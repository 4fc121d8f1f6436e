import type { MeasurementMethod, WorkloadAllowance } from '../org/index.ts';
import { err, ok, type Result } from '../shared/index.ts';
import {
	categoryAllowanceFactor,
	categoryAllowanceStandard,
	type AllowanceError,
	type CategoryAllowance,
} from './wisn.ts';

/** The figures of an activity that a person may change; null is „не е измерено“. */
export interface ActivityFigures {
	/** Cases a year. */
	readonly annualVolume: number | null;
	/** Minutes a case. */
	readonly minutes: {
		readonly low: number | null;
		readonly usual: number | null;
		readonly high: number | null;
	};
	readonly method: MeasurementMethod;
	readonly dataYear: number;
	readonly source: string;
}

export interface CheckedFigures extends Omit<ActivityFigures, 'minutes'> {
	readonly minutes: { readonly low: number; readonly usual: number; readonly high: number } | null;
}

export type FiguresError =
	/** Some of the three estimates are given and others not; `field` is the first that is missing. */
	| { readonly code: 'workload/minutes-incomplete'; readonly field: 'low' | 'usual' | 'high' }
	/** The estimates are not in order low ≤ usual ≤ high; `field` is the one that breaks it. */
	| { readonly code: 'workload/minutes-order'; readonly field: 'usual' | 'high' };

/** Checks the three estimates of time: all or none of them, and in order. */
export function checkFigures(figures: ActivityFigures): Result<CheckedFigures, FiguresError> {
	const { low, usual, high } = figures.minutes;
	if (low === null && usual === null && high === null) return ok({ ...figures, minutes: null });
	if (low === null) return err({ code: 'workload/minutes-incomplete', field: 'low' });
	if (usual === null) return err({ code: 'workload/minutes-incomplete', field: 'usual' });
	if (high === null) return err({ code: 'workload/minutes-incomplete', field: 'high' });
	if (usual < low) return err({ code: 'workload/minutes-order', field: 'usual' });
	if (high < usual) return err({ code: 'workload/minutes-order', field: 'high' });
	return ok({ ...figures, minutes: { low, usual, high } });
}

/**
 * Whether the common work of a unit leaves time for anything else, at the available hours of one post.
 * Error `workload/category-allowance-too-high` at 100 % and above.
 */
export function checkCommonWork(
	allowances: readonly WorkloadAllowance[],
	availableHours: number,
): Result<number, AllowanceError> {
	const category = allowances.flatMap((item): readonly CategoryAllowance[] => {
		if (item.kind !== 'category') return [];
		return 'share' in item.per ? [{ percent: item.per.share * 100 }] : [{ hoursPerYear: item.per.hours }];
	});
	return categoryAllowanceFactor(categoryAllowanceStandard(category, availableHours));
}

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
	/** Cases in each month, January first; null where only the year was counted. */
	readonly months?: readonly number[] | null;
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
	| { readonly code: 'workload/minutes-order'; readonly field: 'usual' | 'high' }
	/** The months do not sum to the year; `sum` is what they come to. */
	| { readonly code: 'workload/months-sum'; readonly field: 'months'; readonly sum: number };

/**
 * Checks the figures of an activity: the three estimates of time are all there or none of them, and in order; the months
 * sum to the year. A year that is not given is the sum of its months.
 */
export function checkFigures(figures: ActivityFigures): Result<CheckedFigures, FiguresError> {
	const year = yearOfMonths(figures.annualVolume, figures.months ?? null);
	return year.ok ? checkMinutes({ ...figures, annualVolume: year.value }) : year;
}

/** Halves and thirds of cases do not sum exactly in binary fractions. */
const SUM_TOLERANCE = 1e-6;

/** Cases a year where the months are counted too. Error `workload/months-sum` where both are given and differ. */
export function yearOfMonths(
	year: number | null,
	months: readonly number[] | null,
): Result<number | null, Extract<FiguresError, { readonly code: 'workload/months-sum' }>> {
	if (!months) return ok(year);
	const sum = months.reduce((total, cases) => total + cases, 0);
	if (year === null) return ok(sum);
	return Math.abs(sum - year) <= SUM_TOLERANCE * Math.max(1, year)
		? ok(year)
		: err({ code: 'workload/months-sum', field: 'months', sum });
}

function checkMinutes(figures: ActivityFigures): Result<CheckedFigures, FiguresError> {
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

import type { Activity, AdminFunction, Structure } from '../org/index.ts';
import type { ActivityKey, FunctionKey } from '../shared/index.ts';
import { mapEstimate, sumEstimates, type Estimate } from './estimate.ts';
import { commonWorkFactor } from './own-workload.ts';
import type { WorkloadReport } from './unit-workload.ts';

/** What a function takes in one year, over all its units; null is „не е измерено“. */
export interface FunctionWork {
	/** Counted cases; `mixed` where its activities are counted in different measures, which have no sum. */
	readonly cases: number | 'mixed' | null;
	/** Hours of the cases a year, without the common work around them. */
	readonly hours: Estimate | null;
	/** Full posts with the common work of each unit, without individual duties. */
	readonly fte: Estimate | null;
}

/** One function in two years; undefined is not there. */
export interface FunctionYears {
	readonly functionKey: FunctionKey;
	readonly text: AdminFunction['text'];
	readonly before: FunctionWork | undefined;
	readonly after: FunctionWork | undefined;
	/**
	 * After − before, expected values. Null where either is not measured, or an activity of both years is not measured in
	 * one of them: cases need its volume, hours and posts its time norm too.
	 */
	readonly change: {
		readonly cases: number | null;
		readonly hours: number | null;
		readonly fte: number | null;
	};
	/** Activities that have no volume yet. */
	readonly waiting: number;
	/** True where the minutes of a case of some activity are no longer the same. */
	readonly isNormChanged: boolean;
}

interface Year {
	readonly structure: Structure;
	readonly report: WorkloadReport;
}

/**
 * The difference to last year of every function that has activities (N12): cases, hours and full posts over all its
 * units. In the order of the later structure; what is gone stands last.
 *
 * Example: 3 360 cases of 30 minutes at 1 680 hours a post, now 4 200 → +840 cases, +420 hours, +0,25 posts.
 */
export function compareFunctionYears(before: Year, after: Year): readonly FunctionYears[] {
	const [then, now] = [worksOf(before), worksOf(after)];
	const old = new Map(before.structure.activities.map((item) => [item.key, item]));
	const kept = new Set(after.structure.functions.map(({ key }) => key));
	const gone = before.structure.functions.filter(({ key }) => !kept.has(key));
	return [...after.structure.functions, ...gone].flatMap(({ key: functionKey, text }) => {
		const [was, is] = [then.get(functionKey), now.get(functionKey)];
		if (!was && !is) return [];
		const waiting = (is?.activities ?? []).filter(({ annualVolume }) => annualVolume === null);
		const pairs = commonActivities(old, is?.activities ?? []);
		const difference = (
			part: (work: FunctionWork) => number | 'mixed' | null | undefined,
			isMeasured: (activity: Activity) => boolean,
		): number | null => {
			const [a, b] = [was && part(was.work), is && part(is.work)];
			return pairs.every(isMeasured) && typeof a === 'number' && typeof b === 'number' ? b - a : null;
		};
		return [
			{
				...{ functionKey, text, before: was?.work, after: is?.work },
				change: {
					cases: difference(({ cases }) => cases, isCounted),
					hours: difference(({ hours }) => hours?.expected, isTimed),
					fte: difference(({ fte }) => fte?.expected, isTimed),
				},
				waiting: waiting.length,
				isNormChanged: (is?.activities ?? []).some((item) => isChanged(old.get(item.key), item)),
			},
		];
	});
}

/**
 * The activities that stand in both years, each as it was and as it is: what is measured in only one of the years would
 * pass for work that grew or fell. What is new or gone is a change of the work itself and does not stand here.
 */
export function commonActivities(
	before: ReadonlyMap<ActivityKey, Activity>,
	after: readonly Activity[],
): readonly Activity[] {
	return after.flatMap((item) => {
		const was = before.get(item.key);
		return was ? [was, item] : [];
	});
}

/** True where the hours of an activity are known: its volume and the time of a case. */
export function isTimed(activity: Activity): boolean {
	return isCounted(activity) && activity.minutes !== null;
}

function isCounted({ annualVolume }: Activity): boolean {
	return annualVolume !== null;
}

interface Work {
	readonly activities: readonly Activity[];
	readonly work: FunctionWork;
}

function worksOf({ structure, report }: Year): ReadonlyMap<FunctionKey, Work> {
	const terms = [...report.units.values()].flatMap(({ terms: unit }) => {
		if (!unit) return [];
		const factor = commonWorkFactor(report, unit);
		return unit.activities.map(({ activity, hours, fte }) => ({
			...{ key: activity.functionKey, hours },
			fte: mapEstimate(fte, (value) => value * factor),
		}));
	});
	const measured = Map.groupBy(terms, ({ key }) => key);
	return new Map(
		[...Map.groupBy(structure.activities, ({ functionKey }) => functionKey)].map(([key, activities]) => {
			const parts = measured.get(key);
			const work: FunctionWork = {
				cases: casesOf(activities),
				hours: parts ? sumEstimates(parts.map(({ hours }) => hours)) : null,
				fte: parts ? sumEstimates(parts.map(({ fte }) => fte)) : null,
			};
			return [key, { activities, work }];
		}),
	);
}

function casesOf(activities: readonly Activity[]): FunctionWork['cases'] {
	const counted = activities.flatMap(({ annualVolume }) => annualVolume ?? []);
	if (counted.length === 0) return null;
	const measures = new Set(activities.map(({ unitOfMeasure }) => unitOfMeasure.bg));
	return measures.size === 1 ? counted.reduce((sum, cases) => sum + cases, 0) : 'mixed';
}

function isChanged(before: Activity | undefined, after: Activity): boolean {
	return before !== undefined && normOf(before) !== normOf(after);
}

/** The time norm of an activity in a form that can be compared. */
export function normOf({ minutes }: Activity): string {
	return minutes ? `${minutes.low} ${minutes.usual} ${minutes.high}` : '';
}

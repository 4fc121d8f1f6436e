import { describe, expect, it } from 'vitest';
import type { Activity } from '#lib/domain/org/index.ts';
import { compareYears, computeUnitWorkloads } from '#lib/domain/workload/index.ts';
import {
	AS_OF,
	CALENDAR,
	PARAMETERS,
	aFunction,
	aPart,
	aPost,
	aStructure,
	aUnit,
	anActivity,
} from './builders.ts';

function year(activities: readonly Activity[]) {
	const structure = aStructure({
		units: [aUnit('u'), aUnit('empty', { sort: 1 })],
		posts: [aPost('p', 'u')],
		functions: [aFunction('f')],
		participations: [aPart('f', 'u')],
		activities,
	});
	const report = computeUnitWorkloads(structure, PARAMETERS, AS_OF, CALENDAR);
	if (!report.ok) throw new Error(report.error.code);
	return { structure, report: report.value };
}

const counted = (key: string, volume: number | null, minutes = 30) =>
	anActivity(key, { fn: 'f', unit: 'u', volume, minutes });

describe('the difference to last year', () => {
	it('is the change of the volume of each activity and of the need of each unit', () => {
		// 3 360 cases of 30 minutes are 1 680 h = 1 post; 4 200 are 1,25 posts
		const { units, activities } = compareYears(year([counted('a', 3360)]), year([counted('a', 4200)]));
		expect(activities).toMatchObject([{ key: 'a', before: 3360, after: 4200, change: 0.25 }]);
		expect(units).toHaveLength(1);
		expect(units[0]?.difference).toBeCloseTo(0.25, 9);
	});

	it('is not measured while the new volume waits, and never −100 %', () => {
		const { units, activities } = compareYears(year([counted('a', 3360)]), year([counted('a', null)]));
		expect(activities).toMatchObject([{ before: 3360, after: null, change: null }]);
		expect(units).toMatchObject([{ after: null, difference: null, waiting: 1 }]);
	});

	it('tells a new activity, one that is gone, and a changed time norm', () => {
		const { activities } = compareYears(
			year([counted('a', 100), counted('old', 10)]),
			year([counted('a', 100, 20), counted('new', 5)]),
		);
		expect(
			activities.map(({ key, before, after, isNormChanged }) => [key, before, after, isNormChanged]),
		).toEqual([
			['a', 100, 100, true],
			['new', undefined, 5, false],
			['old', 10, undefined, false],
		]);
	});
});

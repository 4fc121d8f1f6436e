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

	it('is told for each function: cases, hours and full posts over all its units', () => {
		// 3 360 × 30 min = 1 680 h = 1 post; 4 200 × 30 min = 2 100 h = 1,25 posts of 1 680 h
		const { functions } = compareYears(year([counted('a', 3360)]), year([counted('a', 4200)]));
		expect(functions).toMatchObject([{ functionKey: 'f', waiting: 0, isNormChanged: false }]);
		expect(functions[0]?.before).toMatchObject({ cases: 3360, hours: { expected: 1680 } });
		expect(functions[0]?.after).toMatchObject({ cases: 4200, hours: { expected: 2100 } });
		expect(functions[0]?.change.cases).toBe(840);
		expect(functions[0]?.change.hours).toBeCloseTo(420, 9);
		expect(functions[0]?.change.fte).toBeCloseTo(0.25, 9);
	});

	it('of a function has no number while one of its volumes waits, and says how many wait', () => {
		const before = year([counted('a', 3360), counted('b', 100)]);
		const after = year([counted('a', 4200), counted('b', null)]);
		const { functions } = compareYears(before, after);
		expect(functions).toMatchObject([{ waiting: 1, change: { cases: null, hours: null, fte: null } }]);
		expect(functions[0]?.after?.cases).toBe(4200);
	});

	it('takes no work for growth because it was not measured before', () => {
		// now 50 + 100 cases; before only the 100 were counted, so +50 is not known
		const before = year([counted('a', null), counted('b', 100)]);
		const { functions, units } = compareYears(before, year([counted('a', 50), counted('b', 100)]));
		expect(functions).toMatchObject([{ waiting: 0, change: { cases: null, hours: null, fte: null } }]);
		expect(units).toMatchObject([{ difference: null }]);
	});

	it('takes no work for less because its time norm was lost, though its cases are still compared', () => {
		const timed = year([counted('a', 50), counted('b', 100)]);
		const lost = year([{ ...counted('a', 60), minutes: null }, counted('b', 100)]);
		const { functions, units } = compareYears(timed, lost);
		// 60 + 100 − 50 − 100
		expect(functions).toMatchObject([{ change: { cases: 10, hours: null, fte: null } }]);
		expect(units).toMatchObject([{ difference: null }]);
	});

	it('counts an activity that is new or gone as a change of the work', () => {
		const { functions } = compareYears(
			year([counted('a', 100), counted('old', 10)]),
			year([counted('a', 100), counted('new', 50)]),
		);
		expect(functions).toMatchObject([{ change: { cases: 40 } }]);
	});

	it('of a function counts a shorter time as less work with the same cases, and says that the norm changed', () => {
		// 3 360 × 20 min = 1 120 h instead of 1 680: 1 120 ÷ 1 680 − 1 = −0,3333
		const { functions } = compareYears(year([counted('a', 3360)]), year([counted('a', 3360, 20)]));
		expect(functions).toMatchObject([{ isNormChanged: true, change: { cases: 0 } }]);
		expect(functions[0]?.change.fte).toBeCloseTo(-1 / 3, 9);
	});

	it('of a function sums no cases that are counted in different measures', () => {
		const mixed = [counted('a', 10), { ...counted('b', 5), unitOfMeasure: { bg: 'час', en: null } }];
		const { functions } = compareYears(year(mixed), year(mixed));
		expect(functions[0]?.after?.cases).toBe('mixed');
		expect(functions[0]?.change.cases).toBeNull();
		expect(functions[0]?.change.fte).toBe(0);
	});
});

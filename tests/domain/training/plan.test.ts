import { describe, expect, test } from 'vitest';
import { eurCents, isoDate } from '#lib/domain/shared/index.ts';
import {
	computePlanTotals,
	computePriority,
	computeTrainingIndicators,
	groupCount,
	latestQuarter,
	learningGain,
	suggestPlanItems,
	type CompetencyLevel,
	type TrainingNeed,
} from '#lib/domain/training/index.ts';
import { aCourse, aLookup, anEmployee, anItem, aPost, person, post, skill, unit } from './builders.ts';

function aNeed(
	key: string,
	people: readonly [string, CompetencyLevel][],
	more: Partial<TrainingNeed> = {},
): TrainingNeed {
	return {
		key,
		cause: { kind: 'gap' },
		unitKey: unit('a'),
		competencyKey: skill('zop'),
		requiredLevel: 4,
		people: people.map(([id, required]) => ({
			employeeId: person(id),
			postKey: post('p'),
			required,
			assessed: 1,
			gap: required - 1,
		})),
		openPlaces: 0,
		priority: computePriority({ gaps: [], weight: 1 }),
		deadline: null,
		...more,
	};
}

describe('grouping of needs into courses', () => {
	const courses = [
		aCourse('basic', 'zop', { levelTo: 3, pricePerPerson: eurCents(40_00) }),
		aCourse('full', 'zop', { levelTo: 5, pricePerPerson: eurCents(90_00) }),
		aCourse('other', 'zut', { levelTo: 5, pricePerPerson: eurCents(1_00) }),
	];

	test('takes the cheapest course that reaches the required level of each person', () => {
		const { items, uncovered } = suggestPlanItems({
			needs: [
				aNeed('n1', [
					['e1', 3],
					['e2', 4],
				]),
			],
			courses,
			year: 2026,
		});
		expect(items.map((item) => [item.courseKey, item.employeeIds, item.total])).toEqual([
			['basic', ['e1'], 40_00],
			['full', ['e2'], 90_00],
		]);
		expect(uncovered).toEqual([]);
	});

	test('gives one seat, at the highest level, to a person whom two needs name', () => {
		const { items } = suggestPlanItems({
			needs: [aNeed('n1', [['e1', 3]]), aNeed('n2', [['e1', 4]], { deadline: isoDate('2026-06-30') })],
			courses,
			year: 2026,
		});
		expect(items).toMatchObject([
			{ courseKey: 'full', needKeys: ['n1', 'n2'], employeeIds: ['e1'], quarter: 2 },
		]);
	});

	test('23 people and 10 places make 3 groups', () => {
		expect(groupCount(23, 10)).toBe(3);
		expect(groupCount(20, 10)).toBe(2);
		expect(groupCount(0, 10)).toBe(0);
	});

	test('cuts them evenly, the people with the earliest deadline first', () => {
		const early = Array.from({ length: 8 }, (_, at) => [`z${at}`, 3] as [string, CompetencyLevel]);
		const late = Array.from({ length: 15 }, (_, at) => [`a${at}`, 3] as [string, CompetencyLevel]);
		const { items } = suggestPlanItems({
			needs: [aNeed('n1', late), aNeed('n2', early, { deadline: isoDate('2026-03-31') })],
			courses,
			year: 2026,
		});
		expect(items.map((item) => [item.group.number, item.employeeIds.length, item.quarter])).toEqual([
			[1, 8, 1],
			[2, 8, 4],
			[3, 7, 4],
		]);
		expect(items[0]?.needKeys).toEqual(['n2']);
	});

	test('names the needs that no course of the catalogue covers', () => {
		const { items, uncovered } = suggestPlanItems({
			needs: [
				aNeed('n1', [['e1', 4]], { competencyKey: skill('law') }),
				aNeed('n2', [], { competencyKey: null, requiredLevel: null }),
			],
			courses,
			year: 2026,
		});
		expect(items).toEqual([]);
		expect(uncovered.map((need) => [need.needKey, need.code])).toEqual([
			['n1', 'training/no-course'],
			['n2', 'training/mandatory-without-course'],
		]);
	});

	test('keeps seats for holders not known yet', () => {
		const { items } = suggestPlanItems({ needs: [aNeed('n1', [], { openPlaces: 2 })], courses, year: 2026 });
		expect(items).toMatchObject([
			{ employeeIds: [], openSeats: 2, total: 180_00, group: { number: 1, of: 1 } },
		]);
	});

	test('puts a course in the last quarter that ends by the deadline', () => {
		expect(latestQuarter(isoDate('2026-06-30'), 2026)).toBe(2);
		expect(latestQuarter(isoDate('2026-06-29'), 2026)).toBe(1);
		expect(latestQuarter(isoDate('2026-02-01'), 2026)).toBe(1);
		expect(latestQuarter(isoDate('2027-02-01'), 2026)).toBe(4);
		expect(latestQuarter(isoDate('2025-12-31'), 2026)).toBe(1);
		expect(latestQuarter(null, 2026)).toBe(4);
	});
});

describe('totals of a plan', () => {
	test('count seats and people apart: the same 70 people in two trainings are 140 seats (Попово)', () => {
		const everybody = Array.from({ length: 70 }, (_, at) => person(`e${at}`));
		const { all } = computePlanTotals([
			anItem('rules', { participants: everybody }),
			anItem('system', { participants: everybody, quarter: 2 }),
		]);
		expect([all.seats, all.uniquePeople]).toEqual([140, 70]);
	});

	test('add cost, hours and seats by quarter and by who pays; cancelled items do not count', () => {
		const totals = computePlanTotals([
			anItem('a', { participants: [person('e1'), person('e2')], openSeats: 1, hours: 6 }),
			anItem('b', { participants: [person('e1')], quarter: 3, funding: 'project' }),
			anItem('c', { participants: [person('e9')], state: 'cancelled' }),
		]);
		// a: 3 seats × 50,00 = 150,00; 6 h; 18 person-hours. b: 1 × 50,00; 8 h.
		expect(totals.all).toEqual({
			items: 2,
			seats: 4,
			uniquePeople: 2,
			openSeats: 1,
			hours: 14,
			personHours: 26,
			cost: 200_00,
		});
		expect(totals.byQuarter.get(1)?.cost).toBe(150_00);
		expect(totals.byQuarter.get(2)?.items).toBe(0);
		expect(totals.byFunding.get('project')?.cost).toBe(50_00);
	});

	test('indicators count people and seats by sex, category and unit', () => {
		const lookup = aLookup([aPost('p1', 'a'), aPost('p2', 'b', { category: 'managerial' })]);
		const indicators = computeTrainingIndicators({
			lookup,
			employees: [anEmployee('e1', 'p1'), anEmployee('e2', 'p2', { sex: 'male' })],
			items: [
				anItem('x', { participants: [person('e1'), person('e2')] }),
				anItem('y', { participants: [person('e1')] }),
			],
		});
		expect([...indicators.bySex]).toEqual([
			['female', { people: 1, seats: 2 }],
			['male', { people: 1, seats: 1 }],
		]);
		expect(indicators.byCategory.get('managerial')).toEqual({ people: 1, seats: 1 });
		expect(indicators.byUnit.get(unit('a'))).toEqual({ people: 1, seats: 2 });
	});
});

describe('gain of a training', () => {
	test('8 before and 14 after of 20 is 0,50 (oracle T20)', () => {
		expect(learningGain({ pre: 8, post: 14, max: 20 })).toBe(0.5);
	});

	test('is undefined when the test was full before', () => {
		expect(learningGain({ pre: 20, post: 20, max: 20 })).toBeUndefined();
	});

	test('is negative when the result fell', () => {
		expect(learningGain({ pre: 10, post: 5, max: 20 })).toBe(-0.5);
	});
});

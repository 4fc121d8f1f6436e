import { describe, expect, test } from 'vitest';
import { asId, eurCents, isoDate, type CourseKey } from '#lib/domain/shared/index.ts';
import { spreadOverYear, type Quarter, type SuggestedItem } from '#lib/domain/training/index.ts';
import { aCourse, anItem, person, skill } from './builders.ts';

function aGroup(number: number, people: readonly string[], quarter: Quarter = 4): SuggestedItem {
	return {
		courseKey: asId<CourseKey>('c'),
		competencyKey: skill('zop'),
		needKeys: ['n'],
		employeeIds: people.map((key) => person(key)),
		openSeats: 0,
		group: { number, of: 4 },
		quarter,
		total: eurCents(0),
	};
}
const year = {
	courses: [aCourse('c', 'zop', { hours: 8 })],
	lines: [],
	year: 2027,
	from: isoDate('2026-11-21'),
};
const placed = (items: readonly SuggestedItem[]) => items.map((item) => [item.group.number, item.quarter]);

describe('spreading suggested groups over the year', () => {
	test('puts four groups without a deadline one in each quarter', () => {
		const items = [1, 2, 3, 4].map((number) => aGroup(number, [`e${number}`]));
		expect(placed(spreadOverYear({ ...year, items }))).toEqual([
			[1, 1],
			[2, 2],
			[3, 3],
			[4, 4],
		]);
	});

	test('never puts a group after the last quarter in time, nor before today', () => {
		const items = [aGroup(1, ['e1'], 2), aGroup(2, ['e2'], 2), aGroup(3, ['e3'], 1)];
		const from = isoDate('2027-04-10');
		// From the second quarter on; the deadline of group 3 is over, so it goes to the first that is left.
		expect(placed(spreadOverYear({ ...year, items, from }))).toEqual([
			[1, 2],
			[2, 2],
			[3, 2],
		]);
	});

	test('keeps a person out of a quarter with another training, and fills the emptiest quarter first', () => {
		// e1 is busy in the first quarter; 10 seats × 8 h stand in the second.
		const lines = [
			anItem('a', { participants: [person('e1')], quarter: 1, hours: 2 }),
			anItem('b', { participants: [], openSeats: 10, quarter: 2, hours: 8 }),
		];
		const items = [aGroup(1, ['e1'], 2), aGroup(2, ['e2'], 2)];
		expect(placed(spreadOverYear({ ...year, items, lines }))).toEqual([
			[2, 1],
			[1, 2],
		]);
	});
});

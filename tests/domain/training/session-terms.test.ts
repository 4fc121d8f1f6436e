import { describe, expect, it } from 'vitest';
import type { Parameter } from '#lib/domain/legal/index.ts';
import { isoDate, type EmployeeId, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	attendanceState,
	evaluationTasks,
	findConflicts,
	sessionTerms,
	type ConflictInput,
} from '#lib/domain/training/index.ts';

const parameter = (key: string, value: number, part: Partial<Parameter> = {}): Parameter => ({
	...{ key: `training.${key}`, value, unit: 'count', citation: '', note: null },
	...{ municipality: null, validFrom: isoDate('2016-01-01'), validTo: null },
	...part,
});
const shipped = [
	parameter('attended.percent', 75),
	parameter('away.one-of', 3),
	parameter('manager.from-months', 3),
	parameter('manager.to-months', 6),
	parameter('answer.days', 30),
];
const termsOn = (day: string, set = shipped) =>
	sessionTerms(set, { asOf: isoDate(day), municipality: 'elena' });
const days = ['2027-03-08', '2027-03-09', '2027-03-10', '2027-03-11'].map(isoDate);
const present = (count: number) => days.slice(0, count).map((day) => ({ day, isPresent: true }));

describe('the terms of sessions', () => {
	it('hold from their day, and the number of the municipality goes before the general one', () => {
		const set = [
			...shipped,
			parameter('answer.days', 14, { municipality: 'elena', validFrom: isoDate('2027-01-01') }),
		];
		expect(termsOn('2015-12-31', set).answerDays).toBeUndefined();
		expect(termsOn('2026-12-31', set).answerDays).toBe(30);
		expect(termsOn('2027-01-01', set).answerDays).toBe(14);
		expect(termsOn('2027-01-01').managerMonths).toEqual({ from: 3, to: 6 });
	});

	it('that cannot be are not decided: 0 %, 101 %, one of none, an end before the beginning, half a day', () => {
		const of = (key: string, value: number) => termsOn('2027-01-01', [parameter(key, value)]);
		expect(of('attended.percent', 0).attendedPercent).toBeUndefined();
		expect(of('attended.percent', 101).attendedPercent).toBeUndefined();
		expect(of('attended.percent', 100).attendedPercent).toBe(100);
		expect(of('away.one-of', 0).awayOneOf).toBeUndefined();
		expect(of('answer.days', 0.5).answerDays).toBeUndefined();
		const months = [parameter('manager.from-months', 6), parameter('manager.to-months', 3)];
		expect(termsOn('2027-01-01', months).managerMonths).toBeUndefined();
	});
});

describe('at the boundary of a term', () => {
	it('3 of 4 days are 75 %, not 76 %; 2 of 4 are 50 %; without a percent nobody is decided', () => {
		// 75 % of 4 = 3 days; 76 % = 3,04 → 4 days; 50 % = 2 days.
		expect(attendanceState(days, present(3), 75)).toBe('attended');
		expect(attendanceState(days, present(3), 76)).toBe('enrolled');
		expect(attendanceState(days, present(2), 50)).toBe('attended');
		expect(attendanceState(days, present(4), 100)).toBe('attended');
		expect(attendanceState(days, present(4), undefined)).toBe('enrolled');
	});

	it('the manager is asked from the first day of the term to its last, and by the term of the day of the training', () => {
		const one = { sessionId: 's', employeeId: 'a' as EmployeeId, endsOn: isoDate('2027-03-10') };
		const stateOn = (asOf: string) =>
			evaluationTasks({
				...{ attended: [one], done: new Set<string>(), asOf: isoDate(asOf) },
				monthsOn: (day) => termsOn(day).managerMonths,
			}).map(({ state }) => state);
		// 10 March and 3 months is 10 June, and 6 months 10 September.
		expect(stateOn('2027-06-09')).toEqual(['later']);
		expect(stateOn('2027-06-10')).toEqual(['due']);
		expect(stateOn('2027-09-10')).toEqual(['due']);
		expect(stateOn('2027-09-11')).toEqual(['late']);
		const none = { attended: [one], done: new Set<string>(), asOf: isoDate('2027-06-10') };
		expect(evaluationTasks({ ...none, monthsOn: () => undefined })).toEqual([]);
	});

	it('one of three away is allowed and one more is not; one of two allows half; undecided says nothing', () => {
		const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => id as EmployeeId);
		const conflicts = (away: number, oneOf: number | undefined) => {
			const day = isoDate('2027-03-10');
			const session = {
				...{ id: 's', itemId: 'i', startsOn: day, endsOn: day, startsAt: 540, endsAt: 1020, places: 9 },
				...{ isOnline: false, place: '', trainer: '', groupName: '', state: 'planned' as const },
			};
			const input: ConflictInput = {
				sessions: [session],
				enrolments: people
					.slice(0, away)
					.map((employeeId, at) => ({ sessionId: 's', employeeId, placeInLine: at + 1 })),
				unitOf: new Map(people.map((id) => [id, 'u' as UnitKey])),
				...{ peakMonths: new Map(), isWorkingDay: () => true, awayOneOf: () => oneOf },
			};
			return findConflicts(input).map(({ code }) => code);
		};
		expect(conflicts(2, 3)).toEqual([]);
		expect(conflicts(3, 3)).toEqual(['conflict/unit-away']);
		expect(conflicts(3, 2)).toEqual([]);
		expect(conflicts(6, undefined)).toEqual([]);
	});
});

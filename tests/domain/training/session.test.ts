import { describe, expect, it } from 'vitest';
import { isoDate, weekdayOf, type EmployeeId, type IsoDate, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	checkSession,
	findConflicts,
	moveSession,
	peakMonthsOf,
	sessionDays,
	splitByPlaces,
	type ConflictInput,
	type TrainingSession,
} from '#lib/domain/training/index.ts';

const isWorkingDay = (day: IsoDate) => weekdayOf(day) <= 5;
const person = (id: string) => id as EmployeeId;
const unit = (key: string) => key as UnitKey;

function aSession(part: Partial<TrainingSession> = {}): TrainingSession {
	return {
		id: 's1',
		itemId: 'i1',
		startsOn: isoDate('2027-03-10'),
		endsOn: isoDate('2027-03-10'),
		startsAt: 540,
		endsAt: 1020,
		isOnline: false,
		place: 'Елена',
		trainer: '',
		places: 10,
		groupName: '',
		state: 'planned',
		...part,
	};
}
const codes = (session: TrainingSession, others: readonly TrainingSession[] = []) =>
	checkSession(session, { year: 2027, others, today: isoDate('2027-03-11') }).map(
		({ code, field }) => `${code} at ${field}`,
	);

describe('a session', () => {
	it('ends after it begins, in the year of its plan, and has places', () => {
		expect(codes(aSession())).toEqual([]);
		expect(codes(aSession({ endsOn: isoDate('2027-03-09') }))).toEqual(['session/ends-before at endsOn']);
		expect(codes(aSession({ endsAt: 540 }))).toEqual(['session/ends-before at endsAt']);
		expect(codes(aSession({ places: 0 }))).toEqual(['session/no-places at places']);
		expect(codes(aSession({ startsOn: isoDate('2026-12-30') }))).toContain('session/other-year at startsOn');
		expect(codes(aSession({ endsOn: isoDate('2027-05-09') }))).toEqual(['session/too-long at endsOn']);
	});

	it('is held only once its last day has come', () => {
		// Today is 11 March 2027.
		const until = (day: string) => codes(aSession({ state: 'held', endsOn: isoDate(day) }));
		expect(until('2027-03-11')).toEqual([]);
		expect(until('2027-03-12')).toEqual(['session/not-yet-held at state']);
	});

	it('may not take time that another session of the same group takes; touching is no overlap', () => {
		const other = aSession({ id: 's2' });
		expect(codes(aSession(), [other])).toEqual(['session/overlaps at startsOn']);
		expect(codes(aSession({ startsAt: 1020, endsAt: 1080 }), [other])).toEqual([]);
		expect(codes(aSession({ groupName: 'втора част' }), [other])).toEqual([]);
		expect(codes(aSession(), [{ ...other, state: 'cancelled' }])).toEqual([]);
		expect(codes(aSession(), [{ ...other, itemId: 'i2' }])).toEqual([]);
	});

	it('is held on the working days from its first to its last', () => {
		// 12 March 2027 is a Friday, 15 March a Monday.
		const friday = { startsOn: isoDate('2027-03-12'), endsOn: isoDate('2027-03-15') };
		expect(sessionDays(friday, isWorkingDay)).toEqual(['2027-03-12', '2027-03-15']);
		const saturday = { startsOn: isoDate('2027-03-13'), endsOn: isoDate('2027-03-13') };
		expect(sessionDays(saturday, isWorkingDay)).toEqual(['2027-03-13']);
	});

	it('keeps its length when it is moved', () => {
		const moved = moveSession(aSession({ endsOn: isoDate('2027-03-12') }), 7);
		expect([moved.startsOn, moved.endsOn]).toEqual(['2027-03-17', '2027-03-19']);
	});

	it('lets whoever enrolled beyond the places wait, in the order of enrolment', () => {
		const line = (id: string, placeInLine: number) => ({
			sessionId: 's1',
			employeeId: person(id),
			placeInLine,
		});
		const { seated, waiting } = splitByPlaces([line('c', 3), line('a', 1), line('b', 2)], 2);
		expect(seated.map((one) => one.employeeId)).toEqual(['a', 'b']);
		expect(waiting.map((one) => one.employeeId)).toEqual(['c']);
	});
});

describe('the conflicts of sessions', () => {
	const people = ['a', 'b', 'c', 'd', 'e', 'f'].map(person);
	const world = (part: Partial<ConflictInput>): ConflictInput => ({
		sessions: [],
		enrolments: [],
		unitOf: new Map(people.map((id) => [id, unit('u')])),
		peakMonths: new Map(),
		isWorkingDay,
		awayOneOf: () => 3,
		...part,
	});
	const enrolled = (sessionId: string, ...ids: readonly string[]) =>
		ids.map((id, at) => ({ sessionId, employeeId: person(id), placeInLine: at + 1 }));

	it('name a person who is in two places at the same time, in both sessions', () => {
		const found = findConflicts(
			world({
				sessions: [aSession(), aSession({ id: 's2', itemId: 'i2', startsAt: 600 })],
				enrolments: [...enrolled('s1', 'a', 'b'), ...enrolled('s2', 'b')],
			}),
		);
		expect(found).toEqual([
			{ code: 'conflict/same-person', sessionId: 's1', otherId: 's2', people: ['b'], day: '2027-03-10' },
			{ code: 'conflict/same-person', sessionId: 's2', otherId: 's1', people: ['b'], day: '2027-03-10' },
		]);
	});

	it('do not count who waits, nor a session that is called off, nor an afternoon after a morning', () => {
		const enrolments = [...enrolled('s1', 'a', 'b'), ...enrolled('s2', 'b')];
		const second = aSession({ id: 's2', itemId: 'i2' });
		const of = (...sessions: readonly TrainingSession[]) =>
			findConflicts(world({ sessions, enrolments })).filter(({ code }) => code === 'conflict/same-person');
		expect(of(aSession({ places: 1 }), second)).toEqual([]);
		expect(of(aSession(), { ...second, state: 'cancelled' })).toEqual([]);
		expect(of(aSession({ endsAt: 720 }), { ...second, startsAt: 720 })).toEqual([]);
	});

	it('say when more than a third of a unit is away on a day, over all its sessions', () => {
		// A unit of 6: two away are a third, three are more.
		const two = world({ sessions: [aSession()], enrolments: enrolled('s1', 'a', 'b') });
		expect(findConflicts(two)).toEqual([]);
		const three = world({
			sessions: [aSession({ endsAt: 720 }), aSession({ id: 's2', itemId: 'i2', startsAt: 720 })],
			enrolments: [...enrolled('s1', 'a', 'b'), ...enrolled('s2', 'c')],
		});
		const away = {
			code: 'conflict/unit-away',
			unitKey: 'u',
			day: '2027-03-10',
			away: 3,
			people: 6,
			oneOf: 3,
		};
		expect(findConflicts(three)).toEqual([
			{ ...away, sessionId: 's1' },
			{ ...away, sessionId: 's2' },
		]);
	});

	it('say nothing of units of one and two, where one person is always more than a third', () => {
		const unitOf = new Map([
			[person('a'), unit('small')],
			[person('b'), unit('small')],
		]);
		expect(findConflicts(world({ sessions: [aSession()], enrolments: enrolled('s1', 'a'), unitOf }))).toEqual(
			[],
		);
	});

	it('name the month with most work, a day off, the same trainer and who has no place', () => {
		const sessions = [
			aSession({ startsOn: isoDate('2027-03-13'), endsOn: isoDate('2027-03-13'), trainer: 'Т', places: 1 }),
			aSession({
				id: 's2',
				itemId: 'i2',
				startsOn: isoDate('2027-03-13'),
				endsOn: isoDate('2027-03-13'),
				trainer: 'Т',
			}),
		];
		const peakMonths = new Map([[unit('u'), [3]]]);
		const found = findConflicts(world({ sessions, enrolments: enrolled('s1', 'a', 'b'), peakMonths }));
		expect(found.map(({ sessionId, code }) => `${sessionId} ${code}`)).toEqual([
			's1 conflict/same-trainer',
			's1 conflict/peak-month',
			's1 conflict/day-off',
			's1 conflict/no-free-place',
			's2 conflict/same-trainer',
			's2 conflict/day-off',
		]);
	});
});

describe('the month with most work', () => {
	const counted = (...peaks: readonly number[]) =>
		Array.from({ length: 12 }, (_, at) => ({ month: at + 1, isPeak: peaks.includes(at + 1) }));
	const named = (parts: Readonly<Record<number, number>>) =>
		Array.from({ length: 12 }, (_, at) => parts[at + 1] ?? 0);

	it('is counted where cases are; otherwise what most of the answered time names; otherwise not measured', () => {
		expect(peakMonthsOf({ counted: counted(3, 12), named: named({ 5: 1 }) })).toEqual([3, 12]);
		expect(peakMonthsOf({ counted: counted(), named: null })).toEqual([]);
		expect(peakMonthsOf({ counted: null, named: named({ 3: 0.7, 12: 0.3 }) })).toEqual([3]);
		expect(peakMonthsOf({ counted: null, named: named({ 3: 0.3, 12: 0.1 + 0.2 }) })).toEqual([3, 12]);
		expect(peakMonthsOf({ counted: null, named: null })).toBeUndefined();
	});
});

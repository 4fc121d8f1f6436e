import { describe, expect, it } from 'vitest';
import { isoDate, type EmployeeId } from '#lib/domain/shared/index.ts';
import {
	attendanceState,
	checkMarks,
	computeCoverage,
	evaluationTasks,
	groupGain,
	improvement,
	settledState,
	summariseResponses,
	type SessionResponse,
} from '#lib/domain/training/index.ts';

const person = (id: string) => id as EmployeeId;
const days = ['2027-03-08', '2027-03-09', '2027-03-10', '2027-03-11'].map(isoDate);
const marks = (...present: readonly boolean[]) =>
	present.map((isPresent, at) => ({ day: days[at] ?? isoDate('2027-01-01'), isPresent }));

describe('presence', () => {
	it('on three quarters of the days is taking part; what can no longer reach them is not', () => {
		expect(attendanceState(days, marks(true, true, true), 75)).toBe('attended');
		expect(attendanceState(days, marks(true, true, false), 75)).toBe('enrolled');
		expect(attendanceState(days, marks(false, false), 75)).toBe('absent');
		expect(attendanceState(days, [], 75)).toBe('enrolled');
		expect(attendanceState(days.slice(0, 1), marks(true), 75)).toBe('attended');
		expect(attendanceState(days.slice(0, 1), marks(false), 75)).toBe('absent');
	});

	it('cannot be marked for somebody not enrolled or waiting, on a day of no session, or before it comes', () => {
		const mark = (id: string, day: string) => ({
			employeeId: person(id),
			day: isoDate(day),
			isPresent: true,
		});
		const of = {
			seated: new Set([person('a')]),
			waiting: new Set([person('w')]),
			days,
			today: isoDate('2027-03-09'),
		};
		const given = [
			mark('a', '2027-03-08'),
			mark('w', '2027-03-08'),
			mark('x', '2027-03-08'),
			mark('a', '2027-03-15'),
			mark('a', '2027-03-10'),
		];
		expect(checkMarks(given, of).map(({ code }) => code)).toEqual([
			'attendance/waiting',
			'attendance/not-enrolled',
			'attendance/other-day',
			'attendance/in-future',
		]);
	});

	it('decides whom a held training covers: the need of whoever was absent is open again', () => {
		const need = {
			key: 'n',
			people: [{ employeeId: person('a') }, { employeeId: person('b') }],
			openPlaces: 0,
		};
		const line = {
			id: 'i',
			needKeys: ['n'],
			participants: [person('a'), person('b')],
			openSeats: 0,
			state: 'held' as const,
		};
		const stateWith = (absent: readonly EmployeeId[]) =>
			settledState(
				{
					...need,
					people: need.people.map((one) => ({ ...one, postKey: 'p', required: 3, assessed: null, gap: 3 })),
				},
				computeCoverage([need], [{ ...line, absent }]).get('n'),
			);
		expect(stateWith([])).toBe('done');
		expect(stateWith([person('b')])).toBe('open');
	});
});

describe('the evaluation of a training', () => {
	const response = (usefulness: SessionResponse['usefulness'], comment = ''): SessionResponse => ({
		content: 4,
		trainer: 5,
		organisation: 3,
		usefulness,
		comment,
	});

	it('shows what participants say from three answers on, comments in no order of writing', () => {
		expect(summariseResponses([])).toEqual({ kind: 'nobody' });
		expect(summariseResponses([response(5), response(4)])).toEqual({ kind: 'too-few' });
		const measured = summariseResponses([response(5, 'я'), response(4), response(3, 'а')]);
		// usefulness (5+4+3)/3 = 4; all questions (4+5+3+4)/4 = 4.
		expect(measured).toEqual({
			kind: 'measured',
			answers: 3,
			means: { content: 4, trainer: 5, organisation: 3, usefulness: 4 },
			mean: 4,
			comments: ['а', 'я'],
		});
	});

	it('averages the gains that are defined and counts the others apart (T20)', () => {
		const score = (id: string, before: number, after: number) => ({
			employeeId: person(id),
			before,
			after,
			maximum: 20,
		});
		// 8→14 of 20 is 6/12 = 0,50; 20→20 is undefined; 10→10 is 0.
		expect(groupGain([score('a', 8, 14), score('b', 20, 20), score('c', 10, 10)])).toEqual({
			mean: 0.25,
			defined: 2,
			undefinedGains: 1,
		});
		expect(groupGain([score('b', 20, 20)]).mean).toBeUndefined();
	});

	it('asks the manager three to six months after the last day', () => {
		const attended = ['a', 'b', 'c', 'd'].map((id, at) => ({
			sessionId: `s${at}`,
			employeeId: person(id),
			endsOn: isoDate(['2027-03-10', '2027-08-10', '2026-12-10', '2027-03-10'][at] ?? ''),
		}));
		const monthsOn = () => ({ from: 3, to: 6 });
		const tasks = evaluationTasks({
			attended,
			done: new Set(['s3 d']),
			asOf: isoDate('2027-06-11'),
			monthsOn,
		});
		expect(tasks.map(({ employeeId, from, to, state }) => [employeeId, from, to, state])).toEqual([
			['c', '2027-03-10', '2027-06-10', 'late'],
			['a', '2027-06-10', '2027-09-10', 'due'],
			['b', '2027-11-10', '2028-02-10', 'later'],
			['d', '2027-06-10', '2027-09-10', 'done'],
		]);
	});

	it('tells how much better the indicator of a function became, in the direction that is better', () => {
		expect(improvement({ before: 12, after: 9, isLowerBetter: true })).toBe(0.25);
		expect(improvement({ before: 80, after: 84, isLowerBetter: false })).toBe(0.05);
		expect(improvement({ before: 0, after: 3, isLowerBetter: false })).toBeUndefined();
	});
});

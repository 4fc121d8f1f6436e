import { describe, expect, it } from 'vitest';
import { availableTimes, computeAvailableTime } from '#lib/domain/workload/index.ts';
import { CALENDAR, PARAMETERS, aParameter } from './builders.ts';

describe('available working time', () => {
	it('of a civil servant in 2026 is 210 days or 1 680 hours (oracle T3)', () => {
		// 248 − (20 + 8 + 7 + 3) = 210; 210 × 8 = 1 680 h = 100 800 min
		const time = computeAvailableTime({
			workingDays: 248,
			hoursPerDay: 8,
			absences: [
				{ code: 'basic-leave', days: 20 },
				{ code: 'extra-leave', days: 8 },
				{ code: 'sick-leave', days: 7 },
				{ code: 'training', days: 3 },
			],
		});
		expect(time.ok && [time.value.days, time.value.hours, time.value.hours * 60]).toEqual([
			210, 1680, 100_800,
		]);
	});

	it('of 260 days less 43 at 7 hours is 1 519 hours (oracle T4)', () => {
		const time = computeAvailableTime({
			workingDays: 260,
			hoursPerDay: 7,
			absences: [
				{ code: 'basic-leave', days: 22 },
				{ code: 'extra-leave', days: 10 },
				{ code: 'sick-leave', days: 6 },
				{ code: 'other', days: 5 },
			],
		});
		expect(time.ok && time.value.hours).toBe(1519);
	});

	it('takes several percentages of the same base, not of what is left (oracle T5)', () => {
		// 208 × 7,6 = 1 580,80; − 110,656 − 142,272 = 1 327,872
		const time = computeAvailableTime({
			workingDays: 208,
			hoursPerDay: 7.6,
			absences: [],
			shareDeductions: [
				{ code: 'personal', share: 0.07 },
				{ code: 'material', share: 0.09 },
			],
		});
		expect(time.ok && time.value.hours).toBeCloseTo(1327.872, 6);
		expect(time.ok && time.value.shareDeductions.map((item) => item.hours)).toEqual([
			expect.closeTo(110.656, 6),
			expect.closeTo(142.272, 6),
		]);
	});

	it('refuses one cause given twice, so that training is never subtracted two times', () => {
		const training = { code: 'training', days: 3 } as const;
		expect(
			computeAvailableTime({ workingDays: 248, hoursPerDay: 8, absences: [training, training] }),
		).toEqual({ ok: false, error: { code: 'workload/absence-twice', absence: 'training' } });
	});

	it('refuses absences that leave no time', () => {
		const refused = computeAvailableTime({
			workingDays: 20,
			hoursPerDay: 8,
			absences: [{ code: 'sick-leave', days: 20 }],
		});
		expect(refused).toEqual({ ok: false, error: { code: 'workload/no-time-left', days: 0, hours: 0 } });
	});
});

describe('available time by employment relation', () => {
	const query = { year: 2026, parameters: PARAMETERS, calendar: CALENDAR, municipality: 'elena' };

	it('differs by the additional leave of the relation', () => {
		// labour: 248 − 20 − 5 − 7 − 3 = 213 days × 8 = 1 704 h; elected people count as under contract
		const times = availableTimes(query);
		expect(times.ok && [...times.value].map(([relation, time]) => [relation, time.hours])).toEqual([
			['elected', 1704],
			['appointed', 1704],
			['civil-service', 1680],
			['labour', 1704],
		]);
	});

	it('keeps every term and leaves out a cause of 0 days', () => {
		const parameters = [...PARAMETERS, aParameter('time.absence.other', 0, 'days')];
		const times = availableTimes({ ...query, parameters });
		expect(times.ok && times.value.get('civil-service')?.absences).toEqual([
			{ code: 'basic-leave', days: 20 },
			{ code: 'extra-leave', days: 8 },
			{ code: 'sick-leave', days: 7 },
			{ code: 'training', days: 3 },
		]);
	});

	it('names every parameter that is not set instead of assuming a number', () => {
		const parameters = PARAMETERS.filter(
			(item) => item.key !== 'time.hours-per-day' && item.key !== 'time.absence.sick',
		);
		expect(availableTimes({ ...query, parameters })).toEqual({
			ok: false,
			error: { code: 'workload/missing-parameter', keys: ['time.hours-per-day', 'time.absence.sick'] },
		});
	});

	it('refuses a year outside the calendar and absences that eat the year', () => {
		expect(availableTimes({ ...query, year: 2035 })).toEqual({
			ok: false,
			error: { code: 'legal/calendar-year-unknown', year: 2035 },
		});
		const endless = [aParameter('time.absence.other.labour', 300, 'days'), ...PARAMETERS];
		expect(availableTimes({ ...query, parameters: endless })).toMatchObject({
			ok: false,
			error: { code: 'workload/no-time-left' },
		});
	});
});

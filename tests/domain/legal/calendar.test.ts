import { describe, expect, it } from 'vitest';
import {
	isWorkingDay,
	makeCalendar,
	orthodoxEaster,
	publicHolidays,
	workingDaysByMonth,
	workingDaysInYear,
	type CalendarException,
} from '#lib/domain/legal/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';

const decreed: readonly CalendarException[] = [
	{ date: isoDate('2025-12-31'), kind: 'off', citation: 'decree for 31.12.2025' },
	{ date: isoDate('2026-01-02'), kind: 'off', citation: 'decree for 02.01.2026' },
];
const calendar = makeCalendar(decreed);

// Methodology §3.1: Orthodox Easter and working days of each year; 2025 counts 31 December as off.
const YEARS: readonly (readonly [number, string, number])[] = [
	[2012, '2012-04-15', 253],
	[2013, '2013-05-05', 252],
	[2014, '2014-04-20', 251],
	[2015, '2015-04-12', 252],
	[2016, '2016-05-01', 252],
	[2017, '2017-04-16', 248],
	[2018, '2018-04-08', 249],
	[2019, '2019-04-28', 249],
	[2020, '2020-04-19', 250],
	[2021, '2021-05-02', 249],
	[2022, '2022-04-24', 248],
	[2023, '2023-04-16', 248],
	[2024, '2024-05-05', 251],
	[2025, '2025-04-20', 248],
	[2026, '2026-04-12', 248],
	[2027, '2027-05-02', 249],
	[2028, '2028-04-16', 248],
	[2029, '2029-04-08', 249],
	[2030, '2030-04-28', 249],
];

describe('the Bulgarian working calendar', () => {
	it.each(YEARS)('in %i puts Easter on %s and has %i working days (oracle T1)', (year, easter, days) => {
		expect(orthodoxEaster(year)).toBe(easter);
		expect(workingDaysInYear(calendar, year)).toEqual({ ok: true, value: days });
	});

	it('has the published months of 2026 (oracle T2)', () => {
		expect(workingDaysByMonth(calendar, 2026)).toEqual({
			ok: true,
			value: [20, 20, 21, 20, 18, 22, 23, 21, 20, 22, 21, 20],
		});
	});

	it('has the published months of 2014, where swapped days stay inside their month', () => {
		const swaps: readonly CalendarException[] = [
			{ date: isoDate('2014-05-02'), kind: 'off', citation: 'swap' },
			{ date: isoDate('2014-05-10'), kind: 'working', citation: 'swap' },
			{ date: isoDate('2014-12-31'), kind: 'off', citation: 'swap' },
			{ date: isoDate('2014-12-13'), kind: 'working', citation: 'swap' },
		];
		expect(workingDaysByMonth(makeCalendar(swaps), 2014)).toEqual({
			ok: true,
			value: [22, 20, 20, 20, 20, 21, 23, 21, 21, 23, 20, 20],
		});
	});

	it('does not move a holiday on a weekend before 2017', () => {
		// 24 May 2015 was a Sunday; Monday was worked. 24 May 2020 was a Sunday; Monday was free.
		expect(isWorkingDay(calendar, isoDate('2015-05-25'))).toBe(true);
		expect(isWorkingDay(calendar, isoDate('2020-05-25'))).toBe(false);
	});

	it('gives two holidays on one weekend two different substitute days', () => {
		// 24 and 25 December 2022 were Saturday and Sunday, 26 was Monday: free are 27 and 28.
		const substitutes = publicHolidays(2022).filter((day) => day.isSubstitute && day.date > '2022-12-01');
		expect(substitutes.map((day) => day.date)).toEqual(['2022-12-27', '2022-12-28']);
	});

	it('steps over Easter Monday when a substitute is sought', () => {
		// 1 May 2021 was Holy Saturday, 3 May Easter Monday: the substitute was 4 May.
		expect(publicHolidays(2021).find((day) => day.isSubstitute && day.code === 'labour')?.date).toBe(
			'2021-05-04',
		);
	});

	it('never moves an Easter day itself', () => {
		const easterCodes = ['good-friday', 'holy-saturday', 'easter', 'easter-monday'];
		for (const [year] of YEARS) {
			expect(publicHolidays(year).some((day) => day.isSubstitute && easterCodes.includes(day.code))).toBe(
				false,
			);
		}
	});

	it('lets a decree make a Saturday working and a Friday free', () => {
		expect(isWorkingDay(calendar, isoDate('2026-01-02'))).toBe(false);
		expect(isWorkingDay(makeCalendar([]), isoDate('2026-01-02'))).toBe(true);
	});

	it('refuses a year it does not know', () => {
		expect(workingDaysInYear(calendar, 2031)).toEqual({
			ok: false,
			error: { code: 'legal/calendar-year-unknown', year: 2031 },
		});
		expect(workingDaysByMonth(calendar, 2011).ok).toBe(false);
	});
});

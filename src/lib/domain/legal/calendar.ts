import {
	addDays,
	dateOf,
	err,
	isoDate,
	ok,
	weekdayOf,
	yearOf,
	type IsoDate,
	type Result,
} from '../shared/index.ts';

/** A day that a decree of the government made free or working, against the general rule. */
export interface CalendarException {
	readonly date: IsoDate;
	readonly kind: 'off' | 'working';
	readonly citation: string;
}

export const HOLIDAY_CODES = [
	'new-year',
	'liberation',
	'labour',
	'army',
	'education',
	'unification',
	'independence',
	'christmas-eve',
	'christmas',
	'boxing-day',
	'good-friday',
	'holy-saturday',
	'easter',
	'easter-monday',
] as const;
export type HolidayCode = (typeof HOLIDAY_CODES)[number];

export interface Holiday {
	readonly date: IsoDate;
	readonly code: HolidayCode;
	/** True for the working day that is free because the holiday itself falls on a weekend. */
	readonly isSubstitute: boolean;
}

/** The days off of the known years with everything a question about working days needs. */
export interface WorkingCalendar {
	readonly firstYear: number;
	readonly lastYear: number;
	readonly exceptions: ReadonlyMap<IsoDate, CalendarException>;
	readonly holidays: ReadonlyMap<IsoDate, Holiday>;
}

export type CalendarError = { readonly code: 'legal/calendar-year-unknown'; readonly year: number };

/** Years for which the rules below were compared with published calendars. */
export const CALENDAR_YEARS = { first: 2012, last: 2030 } as const;

/** From this year a fixed holiday on a weekend moves to the next working day (чл. 154, ал. 2 КТ). */
const SUBSTITUTION_SINCE = 2017;

/**
 * The Bulgarian working calendar of 2012–2030: fixed holidays, Orthodox Good Friday to Easter Monday, since
 * 2017 a substitute day for each fixed holiday on a weekend, and the decreed exceptions given by the caller.
 * Source: Кодекс на труда, чл. 154; methodology §3.1 (oracles T1, T2).
 */
export function makeCalendar(exceptions: readonly CalendarException[]): WorkingCalendar {
	const holidays: Holiday[] = [];
	for (let year: number = CALENDAR_YEARS.first; year <= CALENDAR_YEARS.last; year++) {
		holidays.push(...publicHolidays(year));
	}
	return {
		firstYear: CALENDAR_YEARS.first,
		lastYear: CALENDAR_YEARS.last,
		exceptions: new Map(exceptions.map((item) => [item.date, item])),
		holidays: new Map(holidays.map((item) => [item.date, item])),
	};
}

/** Refuses with `legal/calendar-year-unknown` a year outside the calendar; otherwise the year itself. */
export function knownYear(calendar: WorkingCalendar, year: number): Result<number, CalendarError> {
	const isKnown = year >= calendar.firstYear && year <= calendar.lastYear;
	return isKnown ? ok(year) : err({ code: 'legal/calendar-year-unknown', year });
}

/** True when people work on that day. Decreed exceptions go before the general rule. */
export function isWorkingDay(calendar: WorkingCalendar, date: IsoDate): boolean {
	const exception = calendar.exceptions.get(date);
	if (exception) return exception.kind === 'working';
	return !isWeekend(date) && !calendar.holidays.has(date);
}

/**
 * Orthodox Easter as a Gregorian date (Meeus' Julian algorithm; 13 days apart in 1900–2099).
 * Example: 2026 → 12 April 2026.
 */
export function orthodoxEaster(year: number): IsoDate {
	const d = (19 * (year % 19) + 15) % 30;
	const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
	const month = Math.floor((d + e + 114) / 31);
	const day = ((d + e + 114) % 31) + 1;
	return addDays(dateOf(year, month, day), 13);
}

/** Official holidays of a year with their substitute days, by date; a day keeps the fixed holiday's name. */
export function publicHolidays(year: number): readonly Holiday[] {
	const byDate = new Map<IsoDate, Holiday>();
	for (const holiday of [...easterHolidays(year), ...fixedHolidays(year)]) byDate.set(holiday.date, holiday);
	if (year >= SUBSTITUTION_SINCE) {
		for (const holiday of fixedHolidays(year)) {
			if (!isWeekend(holiday.date)) continue;
			const date = nextFreeWeekday(holiday.date, byDate);
			byDate.set(date, { date, code: holiday.code, isSubstitute: true });
		}
	}
	return [...byDate.values()]
		.filter((holiday) => yearOf(holiday.date) === year)
		.sort((a, b) => (a.date < b.date ? -1 : 1));
}

const FIXED: readonly (readonly [string, HolidayCode])[] = [
	['01-01', 'new-year'],
	['03-03', 'liberation'],
	['05-01', 'labour'],
	['05-06', 'army'],
	['05-24', 'education'],
	['09-06', 'unification'],
	['09-22', 'independence'],
	['12-24', 'christmas-eve'],
	['12-25', 'christmas'],
	['12-26', 'boxing-day'],
];

function fixedHolidays(year: number): readonly Holiday[] {
	return FIXED.map(([day, code]) => ({ date: isoDate(`${year}-${day}`), code, isSubstitute: false }));
}

function easterHolidays(year: number): readonly Holiday[] {
	const sunday = orthodoxEaster(year);
	const days: readonly (readonly [number, HolidayCode])[] = [
		[-2, 'good-friday'],
		[-1, 'holy-saturday'],
		[0, 'easter'],
		[1, 'easter-monday'],
	];
	return days.map(([shift, code]) => ({ date: addDays(sunday, shift), code, isSubstitute: false }));
}

function nextFreeWeekday(from: IsoDate, taken: ReadonlyMap<IsoDate, Holiday>): IsoDate {
	let date = addDays(from, 1);
	while (isWeekend(date) || taken.has(date)) date = addDays(date, 1);
	return date;
}

function isWeekend(date: IsoDate): boolean {
	return weekdayOf(date) >= 6;
}

import {
	addDays,
	dateOf,
	dayOf,
	daysInMonth,
	err,
	monthOf,
	ok,
	yearOf,
	type IsoDate,
	type Result,
} from '../shared/index.ts';
import { isWorkingDay, knownYear, type CalendarError, type WorkingCalendar } from './calendar.ts';

/** A term as a law states it: calendar days, working days, or months. */
export type Term = { readonly days: number } | { readonly workingDays: number } | { readonly months: number };

/** When a term ends, with the day on which it would end if that day were a working one. */
export interface Deadline {
	readonly dueOn: IsoDate;
	readonly nominal: IsoDate;
	readonly isMoved: boolean;
}

/** Working days of each month, January first. Oracle T2: 2026 → 20 20 21 20 18 22 23 21 20 22 21 20. */
export function workingDaysByMonth(
	calendar: WorkingCalendar,
	year: number,
): Result<readonly number[], CalendarError> {
	const known = knownYear(calendar, year);
	if (!known.ok) return known;
	return ok(Array.from({ length: 12 }, (_, index) => workingDaysInMonth(calendar, year, index + 1)));
}

/**
 * Working days of a year.
 * Errors: `legal/calendar-year-unknown`. Oracle T1: 2014 → 251, 2018 → 249, 2026 → 248.
 */
export function workingDaysInYear(calendar: WorkingCalendar, year: number): Result<number, CalendarError> {
	const months = workingDaysByMonth(calendar, year);
	return months.ok ? ok(months.value.reduce((sum, days) => sum + days, 0)) : months;
}

/**
 * The last day of a term that starts on `from`. The day of the event is not counted; a term in months ends on
 * the same day of the month or on its last day; a last day that is not a working day moves to the next one.
 * Example (oracle T17): 14 days from 10.12.2026 → 24.12 is a holiday, 28.12 a substitute day → 29.12.2026.
 * Errors: `legal/calendar-year-unknown` when the term leaves the known calendar. Source: АПК, чл. 28; ГПК, чл. 60.
 */
export function computeDeadline(
	calendar: WorkingCalendar,
	from: IsoDate,
	term: Term,
): Result<Deadline, CalendarError> {
	const nominal = nominalEnd(calendar, from, term);
	if (!nominal.ok) return nominal;
	let dueOn = nominal.value;
	while (!isWorkingDay(calendar, dueOn)) {
		dueOn = addDays(dueOn, 1);
		const known = knownYear(calendar, yearOf(dueOn));
		if (!known.ok) return known;
	}
	return ok({ dueOn, nominal: nominal.value, isMoved: dueOn !== nominal.value });
}

/** The same day `months` later, or the last day of that month when it is shorter. */
export function addMonths(date: IsoDate, months: number): IsoDate {
	const index = yearOf(date) * 12 + (monthOf(date) - 1) + months;
	const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
	return dateOf(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

function nominalEnd(calendar: WorkingCalendar, from: IsoDate, term: Term): Result<IsoDate, CalendarError> {
	const end =
		'workingDays' in term ? afterWorkingDays(calendar, from, term.workingDays) : plainEnd(from, term);
	if (end === undefined) return err({ code: 'legal/calendar-year-unknown', year: calendar.lastYear + 1 });
	const known = knownYear(calendar, yearOf(end));
	return known.ok ? ok(end) : known;
}

function plainEnd(from: IsoDate, term: { readonly days: number } | { readonly months: number }): IsoDate {
	return 'days' in term ? addDays(from, term.days) : addMonths(from, term.months);
}

function afterWorkingDays(calendar: WorkingCalendar, from: IsoDate, count: number): IsoDate | undefined {
	let date = from;
	for (let left = count; left > 0;) {
		date = addDays(date, 1);
		if (yearOf(date) > calendar.lastYear) return undefined;
		if (isWorkingDay(calendar, date)) left--;
	}
	return date;
}

function workingDaysInMonth(calendar: WorkingCalendar, year: number, month: number): number {
	let count = 0;
	for (let day = 1; day <= daysInMonth(year, month); day++) {
		if (isWorkingDay(calendar, dateOf(year, month, day))) count++;
	}
	return count;
}

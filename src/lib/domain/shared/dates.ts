import type { Brand } from './brand.ts';

/** A calendar day `YYYY-MM-DD`, without time and zone. */
export type IsoDate = Brand<string, 'IsoDate'>;

/** Half-open period [from, to); `to` null means still valid. */
export interface Period {
	readonly from: IsoDate;
	readonly to: IsoDate | null;
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day for a text, or undefined when there is no such day in the calendar (29 February 2025). */
export function parseIsoDate(text: string): IsoDate | undefined {
	const match = PATTERN.exec(text);
	if (!match) return undefined;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
	return text as IsoDate;
}

/** Brands a day that the caller knows to be right; anything else is a bug. */
export function isoDate(text: string): IsoDate {
	const date = parseIsoDate(text);
	if (date === undefined) throw new RangeError(`not a calendar day: ${text}`);
	return date;
}

/** The day of a year, month (1–12) and day; one that is in no calendar is a bug (`RangeError`). */
export function dateOf(year: number, month: number, day: number): IsoDate {
	const pad = (value: number, width: number) => String(value).padStart(width, '0');
	return isoDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** The year of a day: 2026-06-30 → 2026. */
export function yearOf(date: IsoDate): number {
	return Number(date.slice(0, 4));
}

/** The month of a day, 1–12. */
export function monthOf(date: IsoDate): number {
	return Number(date.slice(5, 7));
}

/** The day of the month, 1–31. */
export function dayOf(date: IsoDate): number {
	return Number(date.slice(8, 10));
}

/** The day so many calendar days later, or earlier when `days` is negative: 2024-02-28 + 2 → 2024-03-01. */
export function addDays(date: IsoDate, days: number): IsoDate {
	return fromDayNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
	return dayNumber(to) - dayNumber(from);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: IsoDate): Weekday {
	const fromMonday = (dayNumber(date) + 3) % 7; // 1970-01-01 was a Thursday
	return (((fromMonday + 7) % 7) + 1) as Weekday;
}

/** How many days a month (1–12) of a year has. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return isLeapYear(year) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether a day lies in a half-open period: the first day does, the day on which it ends does not. */
export function isWithin(date: IsoDate, period: Period): boolean {
	return period.from <= date && (period.to === null || date < period.to);
}

function isLeapYear(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar (civil-from-days of H. Hinnant). */
function dayNumber(date: IsoDate): number {
	const month = monthOf(date);
	const year = yearOf(date) - (month <= 2 ? 1 : 0);
	const era = Math.floor(year / 400);
	const yearOfEra = year - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

function fromDayNumber(days: number): IsoDate {
	const shifted = days + 719_468;
	const era = Math.floor(shifted / 146_097);
	const dayOfEra = shifted - era * 146_097;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1460) +
			Math.floor(dayOfEra / 36_524) -
			Math.floor(dayOfEra / 146_096)) /
			365,
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

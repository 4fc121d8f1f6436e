import { dateOf, dayOf, daysInMonth, monthOf, yearOf, type IsoDate } from '../shared/index.ts';

/** The same day so many months later; the last of the month when that month has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
	const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
	const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
	return dateOf(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** 1 for January–March … 4 for October–December. */
export function quarterOf(date: IsoDate): Quarter {
	return Math.ceil(monthOf(date) / 3) as Quarter;
}

export const QUARTERS = [1, 2, 3, 4] as const;
export type Quarter = (typeof QUARTERS)[number];

/** Last day of a quarter. */
export function quarterEnd(year: number, quarter: Quarter): IsoDate {
	const month = quarter * 3;
	return dateOf(year, month, daysInMonth(year, month));
}

import { addDays, dateOf, daysBetween, type IsoDate } from '#lib/domain/shared/index.ts';
import { quarterEnd, type Quarter } from '#lib/domain/training/index.ts';

/** A part of the year, 0–1 from its first day to the end of its last. */
export interface YearPart {
	readonly from: number;
	readonly width: number;
}

/** Where days stand on the line of a year: 1 January begins at 0, 31 December ends at 1. Days outside are cut off. */
export function partOfYear(year: number, startsOn: IsoDate, endsOn: IsoDate): YearPart {
	const at = (day: IsoDate) => daysBetween(dateOf(year, 1, 1), day) / daysOfYear(year);
	const from = clamp(at(startsOn));
	return { from, width: Math.max(0, clamp(at(addDays(endsOn, 1))) - from) };
}

/** The twelve months of a year in their place. */
export function monthsOfYear(year: number): readonly (YearPart & { readonly month: number })[] {
	return Array.from({ length: 12 }, (_, at) => {
		const next = at === 11 ? dateOf(year + 1, 1, 1) : dateOf(year, at + 2, 1);
		return { month: at + 1, ...partOfYear(year, dateOf(year, at + 1, 1), addDays(next, -1)) };
	});
}

/** The quarter for which a training is planned while it has no day. */
export function partOfQuarter(year: number, quarter: Quarter): YearPart {
	return partOfYear(year, dateOf(year, quarter * 3 - 2, 1), quarterEnd(year, quarter));
}

/** By how many days something was drawn along a line of so many pixels. 100 px of 730 px in 2027 → 50 days. */
export function daysDrawn(year: number, drawn: { readonly pixels: number; readonly width: number }): number {
	return drawn.width <= 0 ? 0 : Math.round((drawn.pixels / drawn.width) * daysOfYear(year));
}

/** 366 in a leap year. */
export function daysOfYear(year: number): number {
	return daysBetween(dateOf(year, 1, 1), dateOf(year + 1, 1, 1));
}

/** The parts of a sum one after another, 0–1; nothing where the sum is nothing. */
export function stackParts<Part extends { readonly value: number }>(
	parts: readonly Part[],
): readonly (Part & YearPart)[] {
	const whole = parts.reduce((sum, { value }) => sum + value, 0);
	if (whole <= 0) return [];
	let from = 0;
	return parts
		.filter(({ value }) => value > 0)
		.map((part) => {
			const placed = { ...part, from, width: part.value / whole };
			from += placed.width;
			return placed;
		});
}

function clamp(part: number): number {
	return Math.min(1, Math.max(0, part));
}

import type { Brand } from './brand.ts';

/** Number of established posts (щатни бройки); decimal, because half posts are real. */
export type Headcount = Brand<number, 'Headcount'>;
/** Full-time equivalents (ЕПРВ): hours of work divided by the hours one person has in a year. */
export type Fte = Brand<number, 'Fte'>;
/** A part of a whole, 0–1. */
export type Share = Brand<number, 'Share'>;
/** Time norm of one case, in minutes. */
export type Minutes = Brand<number, 'Minutes'>;
/** Working time of one person or one duty, in hours a year. */
export type HoursPerYear = Brand<number, 'HoursPerYear'>;
/** Cases a year. */
export type AnnualVolume = Brand<number, 'AnnualVolume'>;

export const headcount = (value: number): Headcount => nonNegative(value, 'headcount') as Headcount;
export const fte = (value: number): Fte => nonNegative(value, 'fte') as Fte;
export const minutes = (value: number): Minutes => nonNegative(value, 'minutes') as Minutes;
export const hoursPerYear = (value: number): HoursPerYear =>
	nonNegative(value, 'hours per year') as HoursPerYear;
export const annualVolume = (value: number): AnnualVolume =>
	nonNegative(value, 'annual volume') as AnnualVolume;

/** Brands a part of a whole, 0–1; anything else is a bug (`RangeError`). */
export function share(value: number): Share {
	if (nonNegative(value, 'share') > 1) throw new RangeError(`share above 1: ${value}`);
	return value as Share;
}

/** A broken invariant, not a refusal: forms and files are checked before they come here. */
function nonNegative(value: number, what: string): number {
	if (!Number.isFinite(value) || value < 0) throw new RangeError(`${what} is not a number ≥ 0: ${value}`);
	return value;
}

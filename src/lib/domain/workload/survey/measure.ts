import { err, ok, share, type Brand, type Result, type Share } from '../../shared/index.ts';
import { fromParts, toParts } from './parts.ts';
import type { SurveyMeasure } from './types.ts';

export type PercentOfTime = Brand<number, 'PercentOfTime'>;
export type HoursPerWeek = Brand<number, 'HoursPerWeek'>;
/** Working days of eight hours in an average month. */
export type DaysPerMonth = Brand<number, 'DaysPerMonth'>;

/** What an amount is measured against. */
export interface MeasureBase {
	/** Hours of work a week agreed with the respondent. */
	readonly weeklyHours: number;
	/** The part of the working time that is spoken about: 1, or the share of the group inside which one divides. */
	readonly whole: Share;
}

export type AmountIssue =
	| { readonly code: 'survey/not-a-number' }
	| { readonly code: 'survey/negative' }
	/** More than the person has; `limit` is in the measure. */
	| { readonly code: 'survey/over-whole'; readonly limit: number };

const HOURS_PER_DAY = 8;
const WEEKS_PER_MONTH = 52 / 12;

/** Working days of eight hours that a person has in an average month: 40 h → 40 ÷ 8 × 52 ÷ 12 = 21,67 days. */
export function monthlyDays(weeklyHours: number): DaysPerMonth {
	return ((weeklyHours / HOURS_PER_DAY) * WEEKS_PER_MONTH) as DaysPerMonth;
}

/** A share of the time as per cent of `whole`. Example: 0,1 inside a group of 0,4 → 25 %. */
export function percentOf(part: Share, whole: Share): PercentOfTime {
	return (whole === 0 ? 0 : (part / whole) * 100) as PercentOfTime;
}

/** Example: 0,1 of 40 hours → 4 hours a week. */
export function hoursOf(part: Share, weeklyHours: number): HoursPerWeek {
	return (part * weeklyHours) as HoursPerWeek;
}

/** Example: 0,1 at 40 hours a week → 2,17 days a month. */
export function daysOf(part: Share, weeklyHours: number): DaysPerMonth {
	return (part * monthlyDays(weeklyHours)) as DaysPerMonth;
}

/** A share of the working time in the measure of the respondent. */
export function amountOf(part: Share, measure: SurveyMeasure, base: MeasureBase): number {
	switch (measure) {
		case 'percent':
			return percentOf(part, base.whole);
		case 'hours-week':
			return hoursOf(part, base.weeklyHours);
		case 'days-month':
			return daysOf(part, base.weeklyHours);
	}
}

/** All that there is to divide, in the measure: 100 %, 40 hours, 21,67 days, or what the group has of them. */
export function wholeAmount(measure: SurveyMeasure, base: MeasureBase): number {
	return amountOf(base.whole, measure, base);
}

/** The share that is one hundredth of the measure: what two decimals can tell apart. */
export function hundredthOf(measure: SurveyMeasure, base: MeasureBase): Share {
	const one = measure === 'percent' ? base.whole / 100 : 1 / limitOf(measure, base);
	return share(one / 100);
}

/**
 * The share of the working time behind an amount in a measure, to the millionth.
 * Example: 25 % inside a group of 0,4 → 0,1; 5 hours of 40 → 0,125; 2 days at 40 hours → 2 ÷ 21,67 = 0,092308.
 * What is over the whole only because the whole is shown with two decimals, as 21,67 days are, is the whole.
 * An hour and a day may reach beyond the group, never beyond the working time, because the group can still grow.
 * Errors: `survey/not-a-number`, `survey/negative`, `survey/over-whole` with the greatest amount there is.
 */
export function shareOf(
	amount: number,
	measure: SurveyMeasure,
	base: MeasureBase,
): Result<Share, AmountIssue> {
	if (!Number.isFinite(amount)) return err({ code: 'survey/not-a-number' });
	if (amount < 0) return err({ code: 'survey/negative' });
	const part = measure === 'percent' ? (amount / 100) * base.whole : amount / limitOf(measure, base);
	const most = measure === 'percent' ? base.whole : 1;
	const isOver = part > most + hundredthOf(measure, base) / 2 + fromParts(1);
	if (isOver) return err({ code: 'survey/over-whole', limit: limitOf(measure, base) });
	return ok(share(fromParts(toParts(Math.min(part, most)))));
}

/**
 * A typed amount, „12,5“ or „12.5“, as a share; nothing typed is no time. Letters, signs and numbers like „1e9“
 * are not amounts. Errors: those of `shareOf`.
 */
export function readAmount(
	text: string,
	measure: SurveyMeasure,
	base: MeasureBase,
): Result<Share, AmountIssue> {
	const plain = text.trim().replace(',', '.');
	if (plain === '') return ok(share(0));
	if (/^[-−]\d+(\.\d+)?$/.test(plain)) return err({ code: 'survey/negative' });
	if (!/^\d{1,9}(\.\d{0,9})?$/.test(plain)) return err({ code: 'survey/not-a-number' });
	return shareOf(Number(plain), measure, base);
}

function limitOf(measure: SurveyMeasure, { weeklyHours }: MeasureBase): number {
	if (measure === 'percent') return 100;
	return measure === 'hours-week' ? weeklyHours : monthlyDays(weeklyHours);
}

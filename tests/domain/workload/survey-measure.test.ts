import { share } from '#lib/domain/shared/index.ts';
import {
	amountOf,
	monthlyDays,
	readAmount,
	shareOf,
	wholeAmount,
	type MeasureBase,
} from '#lib/domain/workload/index.ts';
import { describe, expect, it } from 'vitest';

const FULL: MeasureBase = { weeklyHours: 40, whole: share(1) };
const HALF_POST: MeasureBase = { weeklyHours: 20, whole: share(1) };
const GROUP: MeasureBase = { weeklyHours: 40, whole: share(0.4) };

describe('a measure of time', () => {
	it('counts a month as 52 ÷ 12 weeks and a day as eight hours', () => {
		// 40 ÷ 8 = 5 days a week × 52 ÷ 12 = 21,666…; half of it at 20 hours
		expect(monthlyDays(40)).toBeCloseTo(21.6667, 4);
		expect(monthlyDays(20)).toBeCloseTo(10.8333, 4);
	});

	it.each([
		// a tenth of 40 hours is 4 hours a week; a tenth of 21,67 days is 2,17
		['percent', FULL, 0.1, 10],
		['hours-week', FULL, 0.1, 4],
		['days-month', FULL, 0.1, 2.1667],
		['hours-week', HALF_POST, 0.1, 2],
		// inside a group of 40 %, a tenth of all the time is a quarter of the group
		['percent', GROUP, 0.1, 25],
		['hours-week', GROUP, 0.1, 4],
	] as const)('says in %s what a share is', (measure, base, part, amount) => {
		expect(amountOf(share(part), measure, base)).toBeCloseTo(amount, 3);
		expect(shareOf(amountOf(share(part), measure, base), measure, base)).toEqual({ ok: true, value: part });
	});

	it('knows the whole that there is to divide', () => {
		expect(wholeAmount('percent', GROUP)).toBe(100);
		expect(wholeAmount('hours-week', GROUP)).toBe(16);
	});

	it('is nothing inside a group that has no time', () => {
		expect(amountOf(share(0), 'percent', { weeklyHours: 40, whole: share(0) })).toBe(0);
	});
});

describe('a typed amount', () => {
	it.each([
		['12,5', 0.125],
		['12.5', 0.125],
		[' 100 ', 1],
		['', 0],
		['33,33', 0.3333],
	])('„%s“ is read', (text, value) => {
		expect(readAmount(text, 'percent', FULL)).toEqual({ ok: true, value });
	});

	it.each(['много', '1e2', '1e308', 'NaN', 'Infinity', '0x10', '12,5,1', '<b>5</b>', '9'.repeat(400)])(
		'„%s“ is not a number',
		(text) => {
			expect(readAmount(text, 'percent', FULL)).toEqual({
				ok: false,
				error: { code: 'survey/not-a-number' },
			});
		},
	);

	it.each(['-5', '−0,5'])('„%s“ is negative', (text) => {
		expect(readAmount(text, 'hours-week', FULL)).toEqual({ ok: false, error: { code: 'survey/negative' } });
	});

	it('may not be more than there is', () => {
		const over = (limit: number) => ({ ok: false, error: { code: 'survey/over-whole', limit } });
		expect(readAmount('100,5', 'percent', FULL)).toEqual(over(100));
		expect(readAmount('40,5', 'hours-week', FULL)).toEqual(over(40));
		expect(readAmount('22', 'days-month', FULL)).toMatchObject({ ok: false });
		expect(readAmount('101', 'percent', GROUP)).toEqual(over(100));
	});

	it('is the whole when the whole is typed as it is shown', () => {
		// 40 ÷ 8 × 52 ÷ 12 = 21,6667 days, shown as 21,67
		expect(readAmount('21,67', 'days-month', FULL)).toEqual({ ok: true, value: 1 });
		expect(readAmount('21,68', 'days-month', FULL)).toMatchObject({ ok: false });
	});

	it('in hours may be more than the group has, because the group can still grow', () => {
		expect(readAmount('20', 'hours-week', GROUP)).toEqual({ ok: true, value: 0.5 });
	});
});

import { expect, it } from 'vitest';
import {
	daysDrawn,
	monthsOfYear,
	partOfQuarter,
	partOfYear,
	stackParts,
} from '#lib/charts/training-timeline.ts';
import { isoDate } from '#lib/domain/shared/index.ts';

it('puts days on the line of a year, whole days, cut at its ends', () => {
	// 2027 has 365 days; 1 January takes 1/365 from 0, 31 December ends at 1.
	expect(partOfYear(2027, isoDate('2027-01-01'), isoDate('2027-01-01'))).toEqual({ from: 0, width: 1 / 365 });
	const last = partOfYear(2027, isoDate('2027-12-31'), isoDate('2028-01-05'));
	expect(last.from + last.width).toBe(1);
	expect(partOfYear(2027, isoDate('2026-01-01'), isoDate('2026-02-01')).width).toBe(0);
});

it('lays twelve months and four quarters without a gap', () => {
	const months = monthsOfYear(2028);
	expect(months).toHaveLength(12);
	expect(months.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1, 12);
	// 29 days of February in a leap year of 366.
	expect(months[1]?.width).toBeCloseTo(29 / 366, 12);
	expect(partOfQuarter(2027, 2)).toEqual({ from: 90 / 365, width: expect.closeTo(91 / 365, 12) as number });
});

it('turns pixels into whole days', () => {
	expect(daysDrawn(2027, { pixels: 100, width: 730 })).toBe(50);
	expect(daysDrawn(2027, { pixels: -4, width: 730 })).toBe(-2);
	expect(daysDrawn(2027, { pixels: 5, width: 0 })).toBe(0);
});

it('stacks the parts of a sum and leaves out what is nothing', () => {
	expect(stackParts([{ value: 30 }, { value: 0 }, { value: 10 }])).toEqual([
		{ value: 30, from: 0, width: 0.75 },
		{ value: 10, from: 0.75, width: 0.25 },
	]);
	expect(stackParts([{ value: 0 }])).toEqual([]);
});

import { expect, it } from 'vitest';
import { readPartOfYear, yearIn } from '#lib/domain/imports/index.ts';

it('reads a quarter by its number, a month by name and number, and a day, with the year where it stands', () => {
	const read = (text: string) => readPartOfYear(text);
	expect(read('II')).toEqual({ quarter: 2, year: null });
	expect(read('IV тримесечие')).toEqual({ quarter: 4, year: null });
	expect(read('3')).toEqual({ quarter: 3, year: null });
	expect(read('първо тримесечие 2027 г.')).toEqual({ quarter: 1, year: 2027 });
	expect(read('март 2027')).toEqual({ quarter: 1, year: 2027 });
	expect(read('м. Октомври')).toEqual({ quarter: 4, year: null });
	expect(read('10.2027')).toEqual({ quarter: 4, year: 2027 });
	expect(read('15.05.2027 г.')).toEqual({ quarter: 2, year: 2027 });
	expect(read('2027-08-01')).toEqual({ quarter: 3, year: 2027 });
	expect(read('април – юни')).toEqual({ quarter: 2, year: null });
});

it('guesses nothing where a text names two quarters, a month that is none, or no time at all', () => {
	for (const text of ['март – май', '13.2027', 'целогодишно', '', '5'])
		expect(readPartOfYear(text)).toBeUndefined();
});

it('takes a year from a title only when it is the one year in it', () => {
	expect(yearIn('План за обучение на служителите през 2026 г.')).toBe(2026);
	expect(yearIn('2025 – 2026')).toBeNull();
	expect(yearIn('№ 120261')).toBeNull();
});

import { expect, it } from 'vitest';
import { captureOf, markedTexts } from '#tests/quality/regulation-texts.ts';

it('of twenty-one texts in the form of real ones every marked function is captured with its unit, and none is invented', () => {
	const figures = markedTexts().map(captureOf);
	const sum = (pick: (one: (typeof figures)[number]) => number) =>
		figures.reduce((total, one) => total + pick(one), 0);
	expect(figures).toHaveLength(21);
	// Marked by hand in tests/quality/regulations: 323 functions.
	expect(sum(({ marked }) => marked)).toBe(323);
	expect(figures.flatMap(({ missed }) => missed)).toEqual([]);
	expect(figures.flatMap(({ invented }) => invented)).toEqual([]);
	expect(figures.flatMap(({ wronglyOwned }) => wronglyOwned)).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { formatFte, formatNumber } from '#lib/i18n/format.ts';

const BG = { locale: 'bg' } as const;

describe('a number on a page', () => {
	it('is rounded as a workbook rounds it, although binary fractions fall short of the half', () => {
		// 5 × 0,875 added up by functions comes to 4,374999999999999
		expect(formatFte(4.374999999999999, BG)).toBe('4,38');
		expect(formatFte(4.375, BG)).toBe('4,38');
		expect(formatNumber(1.0049999999999999, { digits: 2, ...BG })).toBe('1,01');
	});

	it('keeps what really is below the half, and whole numbers of any size', () => {
		expect(formatFte(4.37499, BG)).toBe('4,37');
		expect(formatNumber(123_456_789_012, BG).replace(/\s/gu, '')).toBe('123456789012');
		expect(formatNumber(0, BG)).toBe('0');
	});
});

import { expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import { formatDate, formatLastDay } from '#lib/i18n/format.ts';

it('a version that ends where the next begins names the day before as its last', () => {
	const turn = isoDate('2027-01-01');
	expect(formatLastDay(turn, { locale: 'bg' })).toBe('31.12.2026\u00a0г. вкл.');
	expect(formatDate(turn, { locale: 'bg' })).toBe('01.01.2027\u00a0г.');
	expect(formatLastDay(turn, { locale: 'en' })).toBe('31 Dec 2026 incl.');
});

it('knows the leap day', () => {
	expect(formatLastDay(isoDate('2028-03-01'), { locale: 'bg' })).toBe('29.02.2028\u00a0г. вкл.');
});

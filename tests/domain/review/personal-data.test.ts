import { describe, expect, it } from 'vitest';
import { findPersonalData, maskPersonalData } from '#lib/domain/review/index.ts';

describe('personal data in an opinion', () => {
	it('are its e-mail addresses, personal numbers and telephones, as people write them', () => {
		const text = 'ЕГН 7501020018, тел. 0888 123 456 или +359 2 987 65 43, ivan.petrov@abv.bg';
		expect(findPersonalData(text).map(({ kind, text: part }) => [kind, part])).toEqual([
			['email', 'ivan.petrov@abv.bg'],
			['personal-number', '7501020018'],
			['phone', '+359 2 987 65 43'],
			['phone', '0888 123 456'],
		]);
		expect(maskPersonalData(text)).toBe('ЕГН ▪▪▪, тел. ▪▪▪ или ▪▪▪, ▪▪▪');
	});

	it('are told by the century of birth too: 0542010018 is of 1 February 2005 with 40 added to the month', () => {
		expect(findPersonalData('0542010018').map(({ kind }) => kind)).toEqual(['personal-number']);
	});

	it('are not days, amounts, numbers of decisions or articles of law', () => {
		const text = 'Решение № 123 от 01.01.2027 г., 27 600,75 €, чл. 21, ал. 1, т. 2, 2026/2027, 100 бр.';
		expect(findPersonalData(text)).toEqual([]);
		expect(maskPersonalData(text)).toBe(text);
	});

	it.each([
		['тел.0888123456', 'тел.▪▪▪'],
		['тел.0888 123 456', 'тел.▪▪▪'],
		['(02) 987 65 43', '▪▪▪'],
		['(0888 123 456)', '(▪▪▪)'],
		['0888.123.456', '▪▪▪'],
		['0888 – 123 – 456', '▪▪▪'],
		['0888  123   456', '▪▪▪'],
		['+359 (0)888 123 456', '▪▪▪'],
		['0888123456/0899123456', '▪▪▪/▪▪▪'],
		['750102 0018', '▪▪▪'],
		['750102-0018', '▪▪▪'],
		['ЕГН: 75 01 02 00 18', 'ЕГН: ▪▪▪'],
		['ЕГН № 7501020018', 'ЕГН № ▪▪▪'],
		['тел. № 02 987 65 43', 'тел. № ▪▪▪'],
		['преписка тел.0888123456', 'преписка тел.▪▪▪'],
	])('are found however their digits are parted: „%s“', (text, masked) => {
		expect(maskPersonalData(text)).toBe(masked);
	});

	it.each([
		'вх. № 02-00-123456',
		'вх. № РД-02-00-123456/05.11.2026 г.',
		'преписка 0612345678',
		'по преписка № 7501020018',
		'Заповед № 02-987-6543',
		'от 01.01.2027 – 31.12.2027',
		'от 05-06-2026 – 07-08-2027 и 2026-01-05 2026-02-05',
		'от 01.02.27 – 31.12.27',
		'2026-10-11 12:30',
		'1 000 000 000 €, 0.5 1.25 3.75 2.00',
		'от 09.00 – 17.30 ч.',
	])('are not the number of a letter or a file, days, hours or amounts: „%s“', (text) => {
		expect(maskPersonalData(text)).toBe(text);
	});
});

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
});

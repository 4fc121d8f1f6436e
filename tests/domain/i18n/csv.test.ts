import { describe, expect, it } from 'vitest';
import { csvResponse, toCsv } from '#lib/i18n/csv.ts';

describe('a table as a file for Excel', () => {
	it('has semicolons, decimal commas and the mark of UTF-8', () => {
		expect(
			toCsv([
				['Звено', 'Бройки'],
				['Отдел', 1.5],
			]),
		).toBe('\uFEFFЗвено;Бройки\r\nОтдел;1,5\r\n');
	});

	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('takes the sting out of %j', (text) => {
		expect(toCsv([[text]])).toContain(`'${text}`);
	});

	it('quotes what would break a row', () => {
		expect(toCsv([['а;б', 'казва "да"', 'два\nреда', null]])).toBe(
			'\uFEFF"а;б";"казва ""да""";"два\nреда";\r\n',
		);
	});

	it('goes out under a Cyrillic name', () => {
		const header = csvResponse('Звена (2024)', []).headers.get('Content-Disposition');
		expect(header).toContain(`filename*=UTF-8''%D0%97%D0%B2%D0%B5%D0%BD%D0%B0%20%282024%29.csv`);
	});
});

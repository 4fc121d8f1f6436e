import { describe, expect, it } from 'vitest';
import { expandAbbreviations, mendLetters, nameKey } from '#lib/domain/imports/index.ts';

describe('names in tables', () => {
	it('writes abbreviations of job titles out', () => {
		expect(expandAbbreviations('гл. експерт', 'title')).toBe('главен експерт');
		expect(expandAbbreviations('Ст. спец.', 'title')).toBe('Старши специалист');
		expect(expandAbbreviations('мл.експ.', 'title')).toBe('младши експерт');
		expect(expandAbbreviations('главен експерт', 'title')).toBe('главен експерт');
	});

	it('writes abbreviations of units out', () => {
		expect(expandAbbreviations('отд. ТСУ', 'unit')).toBe('отдел ТСУ');
		expect(expandAbbreviations('Дир. „Обща администрация“', 'unit')).toBe('Дирекция „Обща администрация“');
	});

	it('makes Latin look-alikes Cyrillic inside Cyrillic words only', () => {
		// The first letter of „Eлена“ is Latin.
		expect(mendLetters('Eлена')).toBe('Елена');
		expect(mendLetters('IT отдел')).toBe('IT отдел');
	});

	it('has one key for the ways of writing one name', () => {
		const key = nameKey('Дирекция „Обща администрация“', 'unit');
		expect(nameKey('дирекция  "ОБЩА АДМИНИСТРАЦИЯ"', 'unit')).toBe(key);
		expect(nameKey('2.1. Дир. «Обща aдминистрация»', 'unit')).toBe(key);
		expect(nameKey('ІІ. Дирекция Обща администрация', 'unit')).toBe(key);
	});
});

import { describe, expect, it } from 'vitest';
import {
	CATEGORY_WORDS,
	codeOf,
	expandAbbreviations,
	FUNCTION_KIND_WORDS,
	FUNDING_WORDS,
	mendLetters,
	METHOD_WORDS,
	nameKey,
	PART_WORDS,
	RELATION_WORDS,
	ROLE_WORDS,
	UNIT_KIND_WORDS,
} from '#lib/domain/imports/index.ts';
import {
	nameOfCategory,
	nameOfFunctionKind,
	nameOfFunding,
	nameOfMethod,
	nameOfPart,
	nameOfRelation,
	nameOfRole,
	nameOfUnitKind,
} from '#lib/i18n/names.ts';

describe('names in tables', () => {
	it('writes abbreviations of job titles out', () => {
		expect(expandAbbreviations('гл. експерт', 'title')).toBe('главен експерт');
		expect(expandAbbreviations('Ст. спец.', 'title')).toBe('Старши специалист');
		expect(expandAbbreviations('мл.експ.', 'title')).toBe('младши експерт');
		expect(expandAbbreviations('главен експерт', 'title')).toBe('главен експерт');
		expect(expandAbbreviations('Зам.-кмет', 'title')).toBe('Заместник-кмет');
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

describe('a nomenclature', () => {
	it('knows every code by the name that the product itself writes', () => {
		const check = <Code extends string>(
			words: Readonly<Record<Code, readonly string[]>>,
			name: (code: Code, options: { locale: 'bg' }) => string,
		) => {
			for (const code of Object.keys(words) as Code[])
				expect(codeOf(words, name(code, { locale: 'bg' }))).toBe(code);
		};
		check(UNIT_KIND_WORDS, nameOfUnitKind);
		check(PART_WORDS, nameOfPart);
		check(CATEGORY_WORDS, nameOfCategory);
		check(RELATION_WORDS, nameOfRelation);
		check(FUNDING_WORDS, nameOfFunding);
		check(FUNCTION_KIND_WORDS, nameOfFunctionKind);
		check(ROLE_WORDS, nameOfRole);
		check(METHOD_WORDS, nameOfMethod);
	});
});

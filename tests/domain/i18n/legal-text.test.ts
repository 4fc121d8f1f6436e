import { describe, expect, it } from 'vitest';
import { fieldChangeText } from '#lib/i18n/operation-text.ts';
import { referenceText, sourceText } from '#lib/i18n/legal-text.ts';

describe('what the sample data say in our own words', () => {
	it('is told in the language of the reader: references, sources and notes', () => {
		const place = { article: '21', subParagraph: '1', point: '2' };
		expect(referenceText(place, { locale: 'bg' })).toBe('чл. 21, ал. 1, т. 2');
		expect(referenceText(place, { locale: 'en' })).toBe('Art. 21, para. 1, item 2');
		expect(referenceText({ article: '44', letter: 'а' }, { locale: 'en' })).toBe('Art. 44, letter “а”');
		expect(sourceText('примерни данни', { locale: 'en' })).toBe('sample data');
		for (const source of ['Решение № 5/2024', 'constructor', '__proto__'])
			expect(sourceText(source, { locale: 'en' })).toBe(source);
	});

	it('names a changed English title as such, and says when there is none', () => {
		const change = { field: 'title.en', before: 'Mayor', after: null };
		expect(fieldChangeText(change, { locale: 'bg' })).toBe('Наименование на английски: Mayor → няма');
	});
});

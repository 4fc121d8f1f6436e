import { describe, expect, it } from 'vitest';
import { parseReference } from '#lib/domain/legal/index.ts';

describe('a printed reference is read back into its parts', () => {
	it('reads article, sub-paragraph and point (oracle T18)', () => {
		expect(parseReference('чл. 21, ал. 1, т. 2')).toEqual({ article: '21', subParagraph: '1', point: '2' });
	});

	it('reads a letter in quotation marks of any kind', () => {
		const expected = { article: '63а', subParagraph: '2', point: '3', letter: 'в' };
		expect(parseReference('чл. 63а, ал. 2, т. 3, б. „в“')).toEqual(expected);
		expect(parseReference('чл. 63а, ал. 2, т. 3, б. "в"')).toEqual(expected);
		expect(parseReference('чл. 63а, ал. 2, т. 3, б. в')).toEqual(expected);
	});

	it('reads a paragraph with and without a dot, as the register prints „§.“', () => {
		expect(parseReference('§ 4')).toEqual({ paragraph: '4' });
		expect(parseReference('§. 4')).toEqual({ paragraph: '4' });
	});

	it('does not need commas', () => {
		expect(parseReference('чл. 44 ал. 1 т. 5')).toEqual({ article: '44', subParagraph: '1', point: '5' });
	});

	it('refuses what is not a reference', () => {
		for (const text of ['', '   ', 'чл.', '21', 'член 21', 'чл. 21, ал.', 'чл. 21, чл. 22', 'чл. 21 и сл.']) {
			expect(parseReference(text), text).toBeUndefined();
		}
	});
});

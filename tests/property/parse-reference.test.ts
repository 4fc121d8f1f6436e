import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseReference, printReference, type LegalReference } from '#lib/domain/legal/index.ts';

const place = fc.stringMatching(/^[1-9]\d{0,2}[а-я]?$/u);
const letter = fc.stringMatching(/^[а-я]$/u);

const reference = fc
	.record(
		{ paragraph: place, article: place, subParagraph: place, point: place, letter },
		{ requiredKeys: [] },
	)
	.filter((parts) => Object.keys(parts).length > 0) as fc.Arbitrary<LegalReference>;

it('reading a printed reference gives the reference back', () => {
	fc.assert(
		fc.property(reference, (parts) => {
			expect(parseReference(printReference(parts))).toEqual(parts);
		}),
	);
});

it('reading never throws', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(() => parseReference(text)).not.toThrow();
		}),
	);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	DEFAULT_OVERLAP_OPTIONS,
	findOverlaps,
	labelOf,
	STANDARD_FUNCTIONS,
	type OverlapStatement,
} from '#lib/domain/overlap/index.ts';
import { demo } from '#tests/support/fixtures.ts';

const WORDINGS = STANDARD_FUNCTIONS.flatMap(({ wordings }) => wordings);
const TEXTS = [
	...new Set([...WORDINGS, ...demo.structures.flatMap((s) => s.functions.map((fn) => fn.text.bg))]),
];
const realTexts = (maxLength: number) =>
	fc.uniqueArray(fc.constantFrom(...TEXTS), { minLength: 2, maxLength });
const asStatements = (texts: readonly string[]): readonly OverlapStatement[] =>
	texts.map((text, at) => ({ id: `s${String(at).padStart(3, '0')}`, unit: `u${at % 4}`, text, place: null }));

type Judged = ReadonlyMap<string, { readonly score: number; readonly label: string }>;

/** Score and label by the two texts, in the order of the alphabet. */
function judge(statements: readonly OverlapStatement[], threshold = 0.3): Judged {
	const { corpus, pairs } = findOverlaps(statements, { threshold });
	const textOf = (at: number) => corpus.statements[at]?.text ?? '';
	return new Map(
		pairs.map(({ a, b, score, label }) => [[textOf(a), textOf(b)].sort().join('|'), { score, label }]),
	);
}

describe('the laws of the overlap analysis on real texts', () => {
	it('symmetry: it does not matter which statement has the smaller id', () => {
		fc.assert(
			fc.property(realTexts(30), (texts) => {
				const there = judge(asStatements(texts));
				const back = judge(asStatements([...texts].reverse()));
				expect([...back].sort()).toEqual([...there].sort());
			}),
			{ numRuns: 30 },
		);
	});

	it('monotony: a higher threshold leaves pairs out and changes none', () => {
		fc.assert(
			fc.property(realTexts(30), fc.double({ min: 0.3, max: 1, noNaN: true }), (texts, threshold) => {
				const all = judge(asStatements(texts));
				const expected = [...all].filter(([, { score }]) => score >= threshold);
				expect([...judge(asStatements(texts), threshold)].sort()).toEqual(expected.sort());
			}),
			{ numRuns: 30 },
		);
	});

	it('a label never gets stronger with a lower score', () => {
		const rank = { related: 0, overlap: 1, duplication: 2 };
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(x, y) => {
					const [low, high] = [Math.min(x, y), Math.max(x, y)];
					for (const reason of ['same-act', 'reworded', 'wider', 'other-object'] as const) {
						const label = (score: number) => rank[labelOf(score, [reason], DEFAULT_OVERLAP_OPTIONS)];
						expect(label(low)).toBeLessThanOrEqual(label(high));
					}
				},
			),
		);
	});
});

/** Work that no municipality does. */
const STRANGE =
	'кометен звездолет плазмен гравитация телескоп орбита астероид мъглявина квазар пулсар галактика'.split(
		' ',
	);

describe.each(demo.structures.map((structure) => [structure.municipality.slug, structure] as const))(
	'an unrelated unit beside those of %s',
	(_, structure) => {
		const own = structure.functions.map(({ key, text }) => ({ id: key as string, unit: '', text: text.bg }));
		const before = judge(own);

		/** Weights move a little with the number of statements; who stands on a threshold may step over it. */
		const isFar = (score: number) =>
			[0.5, 0.54, 0.65, 0.8, 0.86].every((limit) => Math.abs(score - limit) > 0.01);

		it('moves no verdict across a label', () => {
			fc.assert(
				fc.property(
					fc.array(fc.array(fc.constantFrom(...STRANGE), { minLength: 2, maxLength: 6 }), {
						minLength: 1,
						maxLength: 12,
					}),
					(unit) => {
						const more = unit.map((words, at) => ({ id: `x${at}`, unit: 'Звездно', text: words.join(' ') }));
						const after = judge([...own, ...more]);
						for (const [pair, { score, label }] of before)
							if (isFar(score)) expect([pair, after.get(pair)?.label]).toEqual([pair, label]);
					},
				),
				{ numRuns: 12 },
			);
		});
	},
);

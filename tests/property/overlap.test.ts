import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	buildCorpus,
	createOverlapQuery,
	findOverlaps,
	mapPairs,
	type OverlapStatement,
} from '#lib/domain/overlap/index.ts';
import { createPairFactors, factorWith } from '#lib/domain/overlap/pair-factors.ts';
import { findPairs } from '#lib/domain/overlap/pairs.ts';
import { toScore } from '#lib/domain/overlap/scale.ts';
import { residueOf } from '#lib/domain/overlap/search.ts';

const WORDS =
	'издава води контролира организира регистър удостоверения наследници имоти наем търг отпадъци бюджет отчет план защита деца училища улици ремонт договори жалби граждани и за на по не'.split(
		' ',
	);
const aText = fc
	.array(fc.constantFrom(...WORDS), { minLength: 0, maxLength: 9 })
	.map((words) => words.join(' '));
const someStatements = (maxLength: number) =>
	fc
		.array(aText, { minLength: 1, maxLength })
		.map((texts) => texts.map((text, at) => ({ id: `s${at}`, unit: `u${at % 3}`, text })));

/** Every pair multiplied out in double precision, without index or bounds. */
function exhaustive(statements: readonly OverlapStatement[], threshold: number): ReadonlyMap<string, number> {
	const corpus = buildCorpus(statements);
	const { rows } = corpus;
	const factors = createPairFactors(corpus);
	const vector = (row: number) =>
		new Map(
			Array.from({ length: rows.start[row + 1]! - rows.start[row]! }, (_, at) => [
				rows.term[rows.start[row]! + at]!,
				rows.weight[rows.start[row]! + at]!,
			]),
		);
	const vectors = Array.from({ length: rows.count }, (_, row) => vector(row));
	const answer = new Map<string, number>();
	for (let a = 0; a < statements.length; a++)
		for (let b = a + 1; b < statements.length; b++) {
			const [x, y] = [rows.rowOf[a]!, rows.rowOf[b]!];
			if (x < 0 || y < 0) continue;
			const [left, right] = [vectors[x]!, vectors[y]!];
			const common = [...left].filter(([term]) => right.has(term));
			const cosine = common.reduce((sum, [term, weight]) => sum + weight * right.get(term)!, 0);
			const residue = residueOf(
				common.reduce((sum, [, weight]) => sum + weight ** 2, 0),
				common.reduce((sum, [term]) => sum + right.get(term)! ** 2, 0),
			);
			const ofPair = factorWith(
				factors.of(rows.profile[x]!, rows.scope[x]!),
				rows.profile[y]!,
				rows.scope[y]!,
			);
			const score = toScore(Math.min(1, cosine) * residue * ofPair);
			if (score >= threshold && cosine > 0) answer.set([`s${a}`, `s${b}`].sort().join(' '), score);
		}
	return answer;
}

function found(statements: readonly OverlapStatement[], threshold: number): ReadonlyMap<string, number> {
	const { pairs } = findOverlaps(statements, { threshold });
	return new Map(
		pairs.map(({ a, b, score }) => [`${statements[a]!.id} ${statements[b]!.id}`, score] as const),
	);
}

/** Without the catalogue, which may only lift. */
function foundByWords(
	statements: readonly OverlapStatement[],
	threshold: number,
): ReadonlyMap<string, number> {
	const { pairs } = findPairs(buildCorpus(statements), { threshold, top: null });
	return new Map(
		mapPairs(pairs, ({ a, b, score }) => [`${statements[a]!.id} ${statements[b]!.id}`, score] as const),
	);
}

describe('the overlap analysis', () => {
	it('finds exactly the pairs that an exhaustive comparison finds', () => {
		fc.assert(
			fc.property(
				someStatements(60),
				fc.double({ min: 0.05, max: 1, noNaN: true }),
				(statements, threshold) => {
					const expected = exhaustive(statements, threshold);
					const given = foundByWords(statements, threshold);
					expect([...given.keys()].sort()).toEqual([...expected.keys()].sort());
					for (const [key, score] of given) expect(score).toBeCloseTo(expected.get(key)!, 5);
				},
			),
			{ numRuns: 60 },
		);
	});

	it('misses nothing among rows that mostly share only their commonest words', () => {
		const invented = (word: number) =>
			`${'бвгдж'[word % 5]}${'аеиоу'[(word % 7) % 5]}${'клмнп'[(word % 11) % 5]}ел${word}`;
		const statements = fc
			.sample(
				fc
					.array(fc.nat({ max: 24_999 }), { minLength: 3, maxLength: 9 })
					// The word of rank r about as often as 1 ÷ √r: a few stand in many statements.
					.map((ranks) => ranks.map((rank) => invented(Math.floor((rank / 25_000) ** 2 * 90))).join(' ')),
				{ numRuns: 900, seed: 7 },
			)
			.map((text, at) => ({ id: `s${at}`, unit: 'u', text }));
		for (const threshold of [0.3, 0.6]) {
			const expected = exhaustive(statements, threshold);
			expect(expected.size).toBeGreaterThan(30);
			expect([...found(statements, threshold).keys()].sort()).toEqual([...expected.keys()].sort());
		}
	}, 60_000);

	it('gives a statement 1 with itself, unless it is the general clause', () => {
		fc.assert(
			fc.property(
				aText.filter((text) => text !== ''),
				(text) => {
					const scores = found(
						[
							{ id: 'a', unit: 'А', text },
							{ id: 'b', unit: 'Б', text },
						],
						0.01,
					);
					expect(scores.get('a b')).toBe(1);
				},
			),
		);
	});

	it('does not depend on the order of the statements', () => {
		fc.assert(
			fc.property(someStatements(25), (statements) => {
				const entries = (map: ReadonlyMap<string, number>) => [...map].sort();
				expect(entries(found([...statements].reverse(), 0.3))).toEqual(entries(found(statements, 0.3)));
			}),
		);
	});

	it('does not change when a stop word is added', () => {
		fc.assert(
			fc.property(
				someStatements(12),
				fc.constantFrom('също', 'всички', 'съответните'),
				(statements, word) => {
					const longer = statements.map((one) => ({ ...one, text: `${one.text} ${word}` }));
					const words = statements.filter(({ text }) => /[а-я]{4}/u.test(text));
					fc.pre(words.length === statements.length);
					expect([...found(longer, 0.2)]).toEqual([...found(statements, 0.2)]);
				},
			),
		);
	});

	it('is monotone: a higher threshold only leaves pairs out', () => {
		fc.assert(
			fc.property(someStatements(25), (statements) => {
				const low = found(statements, 0.2);
				for (const [key, score] of found(statements, 0.6)) expect(low.get(key)).toBe(score);
			}),
		);
	});

	it('keeps with top K every pair that is among the K best of either statement', () => {
		fc.assert(
			fc.property(someStatements(25), fc.integer({ min: 1, max: 4 }), (statements, top) => {
				const corpus = buildCorpus(statements);
				const of = (kept: number | null) =>
					mapPairs(findPairs(corpus, { threshold: 0.2, top: kept }).pairs, (pair) => pair);
				const [all, kept] = [of(null), of(top)];
				const best = new Set(
					statements.flatMap((_, own) => {
						const mine = all.filter(({ a, b }) => a === own || b === own);
						const other = ({ a, b }: { a: number; b: number }) => statements[a === own ? b : a]!.id;
						return mine
							.sort((x, y) => y.score - x.score || (other(x) < other(y) ? -1 : 1))
							.slice(0, top)
							.map(({ a, b }) => `${a} ${b}`);
					}),
				);
				expect(new Set(kept.map(({ a, b }) => `${a} ${b}`))).toEqual(best);
			}),
		);
	});

	it('answers a question about a new statement as if it had been weighed with the corpus', () => {
		fc.assert(
			fc.property(someStatements(25), (statements) => {
				const ask = createOverlapQuery(buildCorpus(statements));
				const twin = statements.find(({ text }) => text !== '');
				fc.pre(twin !== undefined);
				const near = ask({ ...twin, id: 'new' }, { threshold: 0.5, top: 50 });
				expect(near.map(({ score }) => score)[0]).toBe(1);
			}),
		);
	});
});

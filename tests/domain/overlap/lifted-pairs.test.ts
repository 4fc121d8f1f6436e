import { expect, it } from 'vitest';
import { buildCorpus, mapPairs, STANDARD_FUNCTIONS } from '#lib/domain/overlap/index.ts';
import { liftPairs } from '#lib/domain/overlap/lifted-pairs.ts';
import { orderedPairs } from '#lib/domain/overlap/ordered-pairs.ts';
import { createPairs } from '#lib/domain/overlap/pair-list.ts';
import { findStandardRows } from '#lib/domain/overlap/standard-rows.ts';

const TAILS = ['', 'по график', 'и докладва на кмета'];
const statements = STANDARD_FUNCTIONS.slice(0, 12)
	.flatMap(({ wordings }) => wordings.flatMap((text) => TAILS.map((tail) => `${text} ${tail}`.trim())))
	.map((text, at) => ({ id: `s${String(at).padStart(4, '0')}`, unit: 'Дирекция', text }));
const corpus = buildCorpus(statements);
const groups = findStandardRows(corpus);

it('the catalogue keeps with top K the K best of each statement in each function, equal scores by id', () => {
	const every = liftPairs(corpus, groups, { threshold: 0.3, top: null })!;
	const kept = liftPairs(corpus, groups, { threshold: 0.3, top: 2 })!;
	expect(kept.pairs.length).toBeLessThan(every.pairs.length);
	const all = mapPairs(every.pairs, (pair) => pair);
	statements.forEach((_, own) => {
		const other = ({ a, b }: { a: number; b: number }) => statements[a === own ? b : a]!.id;
		const best = all
			.filter(({ a, b }) => a === own || b === own)
			.sort((x, y) => y.score - x.score || (other(x) < other(y) ? -1 : 1))
			.slice(0, 2);
		for (const { a, b } of best) expect(kept.placeOf(a, b)).toBeGreaterThanOrEqual(0);
	});
});

it('a pair that comes from several functions is there once, with its best score', () => {
	const pairs = createPairs();
	pairs.add({ a: 2, b: 1, score: 0.5, standard: 'same' });
	pairs.add({ a: 0, b: 3, score: 0.6, standard: 'same' });
	pairs.add({ a: 2, b: 1, score: 0.7, standard: 'same-work' });
	pairs.add({ a: 2, b: 0, score: 0.4 });
	const ordered = orderedPairs(pairs.list(), 4);
	expect(mapPairs(ordered.pairs, (pair) => pair)).toEqual([
		{ a: 0, b: 3, score: 0.6, standard: 'same' },
		{ a: 2, b: 0, score: 0.4 },
		{ a: 2, b: 1, score: 0.7, standard: 'same-work' },
	]);
	expect([ordered.placeOf(2, 1), ordered.placeOf(0, 3), ordered.placeOf(1, 2)]).toEqual([2, 0, -1]);
});

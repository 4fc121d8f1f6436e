import { describe, expect, it } from 'vitest';
import { loadFixtures } from '#fixtures/load.ts';
import {
	buildCorpus,
	findOverlaps,
	findPairs,
	liftByCatalogue,
	STANDARD_FUNCTIONS,
} from '#lib/domain/overlap/index.ts';

const fixtures = loadFixtures();
const of = (...texts: readonly string[]) =>
	texts.map((text, at) => ({ id: `s${at}`, unit: '', text, place: null }));

describe('the catalogue of standard functions', () => {
	it('holds at least 150 functions, each once, each in at least two wordings', () => {
		expect(STANDARD_FUNCTIONS.length).toBeGreaterThanOrEqual(150);
		expect(new Set(STANDARD_FUNCTIONS.map(({ key }) => key)).size).toBe(STANDARD_FUNCTIONS.length);
		expect(STANDARD_FUNCTIONS.filter(({ wordings }) => wordings.length < 2)).toEqual([]);
	});

	it('names policy areas and acts that the legal catalogues know', () => {
		const areas = new Set(fixtures.policyAreas.map(({ key }) => key as string));
		const acts = new Set(fixtures.legalActs.map(({ key }) => key as string));
		const strange = STANDARD_FUNCTIONS.filter(
			({ policyArea, basis }) => !areas.has(policyArea) || !acts.has(basis.split(':')[0] ?? ''),
		);
		expect(strange).toEqual([]);
	});

	it('makes one function of two wordings that share no word', () => {
		const [pair] = findOverlaps(
			of(
				'Осчетоводява първичните документи',
				'Води счетоводните регистри',
				'Кастрира и ваксинира уличните кучета',
			),
		).pairs;
		expect([pair?.a, pair?.b]).toEqual([0, 1]);
		expect(pair?.reasons).toContain('same-standard');
	});

	it('lifts only: without a wording a pair stays what its words make it', () => {
		const statements = of(
			...fixtures.structures.flatMap(({ functions }) => functions.map((fn) => fn.text.bg)),
		);
		const corpus = buildCorpus(statements);
		const words = findPairs(corpus, { threshold: 0.3, top: null });
		const lifted = new Map(
			liftByCatalogue(corpus, words, 0.3).pairs.map(({ a, b, score }) => [`${a} ${b}`, score]),
		);
		for (const { a, b, score } of words.pairs) expect(lifted.get(`${a} ${b}`)).toBeGreaterThanOrEqual(score);
	});

	it('does not make one function of two duties on one object', () => {
		const { pairs } = findOverlaps(
			of('Изготвя ведомостите за възнаграждения', 'Одитира ведомостите за възнаграждения'),
		);
		expect(pairs.filter(({ label }) => label !== 'related')).toEqual([]);
	});
});

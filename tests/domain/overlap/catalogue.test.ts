import { describe, expect, it } from 'vitest';
import { loadFixtures } from '#fixtures/load.ts';
import {
	buildCorpus,
	findOverlaps,
	findPairs,
	mapPairs,
	weighByCatalogue,
	STANDARD_FUNCTIONS,
} from '#lib/domain/overlap/index.ts';

const fixtures = loadFixtures();
const of = (...texts: readonly string[]) =>
	texts.map((text, at) => ({ id: `s${at}`, unit: '', text, place: null }));

describe('the catalogue of standard functions', () => {
	it('holds at least 350 functions, each once, each in at least two wordings, three on average', () => {
		expect(STANDARD_FUNCTIONS.length).toBeGreaterThanOrEqual(350);
		expect(new Set(STANDARD_FUNCTIONS.map(({ key }) => key)).size).toBe(STANDARD_FUNCTIONS.length);
		expect(STANDARD_FUNCTIONS.filter(({ wordings }) => wordings.length < 2)).toEqual([]);
		const wordings = STANDARD_FUNCTIONS.flatMap((fn) => fn.wordings);
		expect(new Set(wordings).size).toBe(wordings.length);
		expect(wordings.length).toBeGreaterThanOrEqual(3 * STANDARD_FUNCTIONS.length);
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

	it('lowers only pairs whose statements word different functions: the others stay what their words make them', () => {
		const statements = of(
			...fixtures.structures.flatMap(({ functions }) => functions.map((fn) => fn.text.bg)),
		);
		const corpus = buildCorpus(statements);
		const words = findPairs(corpus, { threshold: 0.3, top: null });
		const weighed = new Map(
			mapPairs(weighByCatalogue(corpus, words, 0.3).pairs, (pair) => [`${pair.a} ${pair.b}`, pair]),
		);
		const lowered = mapPairs(words.pairs, (pair) => pair).filter(({ a, b, score }) => {
			const pair = weighed.get(`${a} ${b}`);
			return pair?.standard !== 'other' && (pair?.score ?? 0) < score;
		});
		// A pair that was set apart can fall below the threshold altogether.
		expect(lowered.every(({ a, b }) => !weighed.has(`${a} ${b}`))).toBe(true);
	});

	it('sets two functions apart that share a word and an act', () => {
		const { pairs } = findOverlaps(
			of('Определя данъка върху превозните средства', 'Определя данъка върху недвижимите имоти'),
			{ threshold: 0.3 },
		);
		expect(pairs.map(({ label, reasons }) => [label, reasons.includes('other-standard')])).toEqual([
			['related', true],
		]);
	});

	it('knows two verbs for one work, each from its own wording', () => {
		const [pair] = findOverlaps(
			of('Контролира постъпленията от наеми', 'Събира просрочените наемни вноски'),
		).pairs;
		expect(pair?.reasons).toEqual(['same-act', 'same-standard', 'reworded']);
		expect(pair?.actFactor).toBe(1);
	});

	it('does not make one function of two duties on one object', () => {
		const { pairs } = findOverlaps(
			of('Изготвя ведомостите за възнаграждения', 'Одитира ведомостите за възнаграждения'),
		);
		expect(pairs.filter(({ label }) => label !== 'related')).toEqual([]);
	});
});

import { expect, it } from 'vitest';
import { findPairsInThreads } from '#cli/commands/overlap-threads.ts';
import { buildCorpus, findPairs } from '#lib/domain/overlap/index.ts';
import { benchStatements } from '#tests/bench/overlap-corpus.ts';

const corpus = buildCorpus(benchStatements(1500));

it('two threads find what one finds: the same pairs with the same scores in the same order', async () => {
	for (const top of [1, 3, 10]) {
		const options = { threshold: 0.3, top };
		const both = await findPairsInThreads(corpus, options, { paysFrom: 0 });
		expect(both.pairs.length).toBeGreaterThan(100);
		expect(both).toEqual(findPairs(corpus, options));
	}
});

it('statements so alike that each has very many others near it give the same pairs too', async () => {
	const verbs = ['издава', 'изготвя', 'подготвя', 'съставя', 'разработва'];
	const alike = Array.from({ length: 150 }, (_, at) => ({
		...{ id: `s${at}`, unit: 'Дирекция' },
		text: `${verbs[at % verbs.length]} скици на имоти, пътища, язовири и терени в квартал ${at}`,
	}));
	const same = buildCorpus(alike);
	const all = findPairs(same, { threshold: 0.3, top: null }).pairs;
	expect(all.length).toBeGreaterThan(16 * same.rows.count);
	const options = { threshold: 0.3, top: 5 };
	expect(findPairs(same, options)).toEqual(await findPairsInThreads(same, options, { paysFrom: 0 }));
});

it('without a limit for each statement one thread looks for all pairs', async () => {
	const options = { threshold: 0.5, top: null };
	expect(await findPairsInThreads(corpus, options, { paysFrom: 0 })).toEqual(findPairs(corpus, options));
});

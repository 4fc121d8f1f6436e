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

it('without a limit for each statement one thread looks for all pairs', async () => {
	const options = { threshold: 0.5, top: null };
	expect(await findPairsInThreads(corpus, options, { paysFrom: 0 })).toEqual(findPairs(corpus, options));
});

import { findOverlaps } from '#lib/domain/overlap/index.ts';
import type { JudgedPair, LabelledPair } from './labelled.ts';

/**
 * What the engine says of each pair. All the pairs given are judged as the statements of one administration would be,
 * so that words weigh what they weigh there.
 */
export function judgePairs(pairs: readonly LabelledPair[]): readonly JudgedPair[] {
	const statements = pairs.flatMap(({ a, b }, at) => [
		{ id: `${at}a`, unit: 'А', text: a, place: null },
		{ id: `${at}b`, unit: 'Б', text: b, place: null },
	]);
	const { corpus, pairs: found } = findOverlaps(statements);
	const byIds = new Map(
		found.map((pair) => [`${corpus.statements[pair.a]?.id} ${corpus.statements[pair.b]?.id}`, pair]),
	);
	return pairs.map((pair, at) => {
		const judged = byIds.get(`${at}a ${at}b`);
		return { ...pair, answer: judged?.label ?? 'none', score: judged?.score ?? 0 };
	});
}

import type { Corpus } from './corpus.ts';
import { createScopes } from './corpus.ts';
import type { OverlapStatement } from './options.ts';
import { createPairFactors } from './pair-factors.ts';
import { readText, type Reading } from './reading.ts';
import { normalise } from './rows.ts';
import type { QueryVector } from './searched-rows.ts';
import { toProduct, toScore } from './scale.ts';
import { createSearcher } from './search.ts';
import { termWeight, type Vocabulary } from './vocabulary.ts';

export interface NearStatement {
	/** Number of the statement in the corpus. */
	readonly statement: number;
	readonly score: number;
}

/**
 * „Does this new function overlap?“: the statements of a corpus nearest to one that is not in it, best first, ties
 * by id. The corpus is prepared once and not changed; each question costs one search.
 */
export function createOverlapQuery(
	corpus: Corpus,
): (
	statement: OverlapStatement,
	options: { readonly threshold: number; readonly top: number },
) => readonly NearStatement[] {
	const factors = createPairFactors(corpus);
	const searcher = createSearcher(corpus.rows, corpus.vocabulary.concepts.length);
	const scopeIn = createScopes();
	const termOf = new Map(corpus.vocabulary.concepts.map((concept, term) => [concept, term]));
	return (statement, { threshold, top }) => {
		const reading = readText(statement.text, corpus.slips);
		const found = searcher.near({
			...toVector(reading, corpus.vocabulary, termOf),
			factors: factors.ofNew(reading.profile, scopeIn(statement, reading.scope)),
			floor: Math.max(1e-6, toProduct(Math.max(0, threshold - 1e-6))),
			...{ onlyAfter: -1, top },
		});
		return nearest(corpus, found.rows, found.products)
			.filter(({ score }) => score >= threshold)
			.slice(0, top);
	};
}

/** Unit vector of a reading; terms outside the vocabulary weigh in its length only, as if nobody else had them. */
export function toVector(
	{ concepts, emphases }: Pick<Reading, 'concepts' | 'emphases'>,
	vocabulary: Vocabulary,
	termOf: ReadonlyMap<string, number>,
): QueryVector {
	const known: { readonly term: number; readonly weight: number }[] = [];
	let strange = 0;
	for (let at = 0; at < concepts.length; at++) {
		const concept = concepts[at] as string;
		const term = termOf.get(concept);
		const emphasis = emphases[at] ?? 1;
		if (term === undefined) strange += (emphasis * termWeight(concept, 0, vocabulary.size)) ** 2;
		else known.push({ term, weight: emphasis * (vocabulary.weights[term] ?? 0) });
	}
	known.sort((a, b) => a.term - b.term);
	const terms = new Int32Array(known.length);
	const weights = new Float64Array(known.length);
	known.forEach(({ term, weight }, at) => {
		terms[at] = term;
		weights[at] = weight;
	});
	const part = { from: 0, to: weights.length };
	normalise(weights, { ...part, strange });
	return { terms, weights, ...part };
}

function nearest(
	{ rows, statements }: Corpus,
	found: ArrayLike<number>,
	products: ArrayLike<number>,
): readonly NearStatement[] {
	const idOf = ({ statement }: NearStatement) => statements[statement]?.id ?? '';
	const near: NearStatement[] = [];
	for (let at = 0; at < found.length; at++) {
		const row = found[at] as number;
		const score = toScore(products[at] as number);
		for (const statement of rows.members.subarray(rows.memberStart[row], rows.memberStart[row + 1]))
			near.push({ statement, score });
	}
	return near.sort((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1));
}

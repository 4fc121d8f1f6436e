import { profileOf, scopeOf } from './digest.ts';
import type { Corpus } from './corpus.ts';
import type { OverlapStatement } from './options.ts';
import { createPairFactors } from './pair-factors.ts';
import { parseStatement } from './parse.ts';
import { toVector } from './rows.ts';
import { toProduct, toScore } from './scale.ts';
import { createSearcher } from './search.ts';
import { termWeight } from './vocabulary.ts';

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
	const profiles = [...corpus.profiles];
	const scopes = [...corpus.scopes];
	const asked = { profile: profiles.length, scope: scopes.length };
	return (statement, { threshold, top }) => {
		const parsed = parseStatement(statement.text, corpus.slips);
		profiles[asked.profile] = profileOf(parsed);
		scopes[asked.scope] = scopeOf(parsed, statement);
		const factors = createPairFactors({ profiles, scopes, rows: corpus.rows });
		const searcher = createSearcher(corpus.rows, factors, corpus.vocabulary.concepts.length);
		const vector = toVector(
			{
				concepts: parsed.terms.map(({ concept }) => concept),
				emphases: parsed.terms.map(({ emphasis }) => emphasis),
			},
			corpus.vocabulary,
			(concept) => termWeight(concept, 0, corpus.vocabulary.size),
		);
		const floor = Math.max(1e-6, toProduct(Math.max(0, threshold - 1e-6)));
		const found = searcher.near({ ...vector, ...asked, floor, onlyAfter: -1, top });
		return nearest(corpus, found.rows, found.products)
			.filter(({ score }) => score >= threshold)
			.slice(0, top);
	};
}

function nearest(
	{ rows, statements }: Corpus,
	found: readonly number[],
	products: readonly number[],
): readonly NearStatement[] {
	const idOf = ({ statement }: NearStatement) => statements[statement]?.id ?? '';
	return found
		.flatMap((row, at) => {
			const members = rows.members.subarray(rows.memberStart[row] ?? 0, rows.memberStart[row + 1] ?? 0);
			return [...members].map((statement) => ({ statement, score: toScore(products[at] ?? 0) }));
		})
		.sort((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1));
}

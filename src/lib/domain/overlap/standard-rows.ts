import { standardWordings, type Wording } from './catalogue/wordings.ts';
import type { Corpus } from './corpus.ts';
import { ACT_CONFLICT_BELOW, actAffinity } from './lexicon/act-affinity.ts';
import { toVector } from './query.ts';
import { createSearcher, type Searcher } from './search.ts';

/** A row of a corpus that words a standard function. */
export interface StandardRow {
	readonly row: number;
	/** Number of the wording that it is nearest to; of equally near ones the first. */
	readonly wording: number;
	/** Product of the row with that wording, 0–1. */
	readonly product: number;
}

/** Product from which a row words a function. */
const NEAR = 0.4;

/** Rows by the standard functions that they word, in the order of the catalogue, rows rising. */
export function findStandardRows(corpus: Corpus): readonly (readonly StandardRow[])[] {
	const searcher = createSearcher(corpus.rows, corpus.vocabulary.concepts.length);
	const termOf = termsOfWordings(corpus);
	return Map.groupBy(standardWordings(), ({ fn }) => fn)
		.values()
		.map((wordings) => {
			const nearest = new Map<number, StandardRow>();
			for (const found of wordings.flatMap((wording) => nearRows({ corpus, searcher, termOf }, wording))) {
				const known = nearest.get(found.row);
				if (!known || known.product < found.product) nearest.set(found.row, found);
			}
			return [...nearest.values()].sort((a, b) => a.row - b.row);
		})
		.toArray();
}

interface Prepared {
	readonly corpus: Corpus;
	readonly searcher: Searcher;
	readonly termOf: ReadonlyMap<string, number>;
}

/** Terms of the corpus that some wording has. */
function termsOfWordings({ vocabulary }: Corpus): ReadonlyMap<string, number> {
	const wanted = new Set(standardWordings().flatMap(({ concepts }) => concepts));
	const terms = new Map<string, number>();
	vocabulary.concepts.forEach((concept, term) => {
		if (wanted.has(concept)) terms.set(concept, term);
	});
	return terms;
}

/** Rows near a wording that do no other duty. */
function nearRows({ corpus, searcher, termOf }: Prepared, wording: Wording): readonly StandardRow[] {
	const { rows, profiles, vocabulary } = corpus;
	const factorOf = (row: number) => {
		const profile = profiles[rows.profile[row] ?? -1];
		if (!profile || profile.isGeneral || profile.isNegated) return 0;
		return actAffinity(wording.acts, profile.acts) >= ACT_CONFLICT_BELOW ? 1 : 0;
	};
	const found = searcher.near({
		...toVector({ concepts: wording.concepts, emphases: wording.concepts.map(() => 1) }, vocabulary, termOf),
		factorOf,
		...{ floor: NEAR, onlyAfter: -1, top: null },
	});
	return found.rows.map((row, at) => ({ row, wording: wording.wording, product: found.products[at] ?? 0 }));
}

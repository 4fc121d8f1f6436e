import { standardWordings, type Wording } from './catalogue/wordings.ts';
import type { Corpus } from './corpus.ts';
import { toVector } from './query.ts';
import { createSearcher, type Searcher } from './search.ts';
import { createWordingActs, type WordingActs } from './wording-acts.ts';

/** A row of a corpus that words a standard function. */
export interface StandardRow {
	readonly row: number;
	/** Number of the wording that it is nearest to in words and act; of equally near ones the first. */
	readonly wording: number;
	/** Product of the row with that wording, 0–1. */
	readonly product: number;
	/** How far the acts of the row are those of the wording, 0–1. */
	readonly act: number;
	/** 1 for the function that the row is nearest to, falling to 0 for one that is clearly farther. */
	readonly share: number;
}

type FoundRow = Omit<StandardRow, 'share'>;

/** Product from which a row is looked at; what is farther lifts no pair to the lowest score that is shown. */
const NEAR = 0.22;

/**
 * Shares of its best product of words and acts, from which a row words a function at all and from which it does so
 * fully: „издава скици“ is near to „издава визи“ as well, but nearer to its own. A slope, so that weights that move a
 * little move no pair by much.
 */
const NEAREST = { from: 0.82, fully: 0.95 } as const;

/** Rows by the standard functions that they word, in the order of the catalogue, rows rising. */
export function findStandardRows(corpus: Corpus): readonly (readonly StandardRow[])[] {
	const searcher = createSearcher(corpus.rows, corpus.vocabulary.concepts.length);
	const termOf = termsOfWordings(corpus);
	const actsOf = createWordingActs(corpus);
	const best = new Float64Array(corpus.rows.count);
	const groups = [...Map.groupBy(standardWordings(), ({ fn }) => fn).values()].map((wordings) => {
		const nearest = new Map<number, FoundRow>();
		for (const found of wordings.flatMap((wording) =>
			nearRows({ corpus, searcher, termOf, actsOf }, wording),
		)) {
			const known = nearest.get(found.row);
			if (!known || known.product * known.act < found.product * found.act) nearest.set(found.row, found);
			best[found.row] = Math.max(best[found.row] as number, found.product * found.act);
		}
		return [...nearest.values()].sort((a, b) => a.row - b.row);
	});
	return groups.map((group) =>
		group.flatMap((found) => {
			const share = shareOf((found.product * found.act) / (best[found.row] as number));
			return share > 0 ? [{ ...found, share }] : [];
		}),
	);
}

function shareOf(ofBest: number): number {
	return Math.min(1, Math.max(0, (ofBest - NEAREST.from) / (NEAREST.fully - NEAREST.from)));
}

interface Prepared {
	readonly corpus: Corpus;
	readonly searcher: Searcher;
	readonly termOf: ReadonlyMap<string, number>;
	readonly actsOf: WordingActs;
}

/** Terms of the corpus that some wording has. */
function termsOfWordings({ vocabulary }: Corpus): ReadonlyMap<string, number> {
	wanted ??= new Set(standardWordings().flatMap(({ concepts }) => concepts));
	const terms = new Map<string, number>();
	vocabulary.concepts.forEach((concept, term) => {
		if (wanted?.has(concept)) terms.set(concept, term);
	});
	return terms;
}

let wanted: ReadonlySet<string> | undefined;

/** A wording of one concept („обслужва посетителите“) is near to everything that has it: nearly all of the row must be it. */
const NEAR_ONE_CONCEPT = 0.62;

function leastOf({ concepts }: Wording): number {
	return concepts.length === 1 ? NEAR_ONE_CONCEPT : NEAR;
}

/** Rows near a wording that do no other duty. */
function nearRows({ corpus, searcher, termOf, actsOf }: Prepared, wording: Wording): readonly FoundRow[] {
	const { rows, vocabulary } = corpus;
	if (!wording.concepts.some((concept) => termOf.has(concept))) return [];
	const { factors, actOf } = actsOf(wording.acts);
	const found = searcher.near({
		...toVector({ concepts: wording.concepts, emphases: wording.concepts.map(() => 1) }, vocabulary, termOf),
		factors,
		...{ floor: leastOf(wording), onlyAfter: -1, top: null },
	});
	return Array.from(found.rows, (row, at) => ({
		row,
		wording: wording.wording,
		product: found.products[at] ?? 0,
		act: actOf(rows.profile[row] as number),
	}));
}

import type { Corpus } from './corpus.ts';
import type { SearchedRows } from './searched-rows.ts';
import { createPairFactors } from './pair-factors.ts';
import { toProduct } from './scale.ts';
import { createSearcher, type Neighbours } from './search.ts';

/** The rows near a row, after a number of row or from the first (−1), all of them or the best `top`. */
export type NearRows = (row: number, onlyAfter: number, top: number | null) => Neighbours;

/** What is needed of a corpus to look for near rows; plain data, so that it may go to another thread. */
export type NearSource = Pick<Corpus, 'profiles' | 'scopes'> & {
	readonly rows: SearchedRows;
	/** Number of terms. */
	readonly terms: number;
};

/** What of a corpus is needed to look for near rows, without what only the words of an answer need. */
export function nearSource({ profiles, scopes, rows, vocabulary }: Corpus): NearSource {
	const { count, start, term, weight, profile, scope } = rows;
	const { postingStart, postingRow, postingLevel, levelNorm, marks } = rows;
	return {
		...{ profiles, scopes, terms: vocabulary.concepts.length },
		rows: {
			...{ count, start, term, weight, profile, scope },
			...{ postingStart, postingRow, postingLevel, levelNorm, marks },
		},
	};
}

/** Looks for the rows of a corpus whose score with a row reaches the threshold. */
export function createNearRows(corpus: Corpus, threshold: number): NearRows {
	return searchNearRows(nearSource(corpus), threshold);
}

function searchNearRows(source: NearSource, threshold: number): NearRows {
	const { rows } = source;
	const factors = createPairFactors(source);
	const searcher = createSearcher(rows, source.terms);
	// Half of the last decimal: a product that rounds up to the threshold belongs to the answer.
	const floor = Math.max(1e-6, toProduct(Math.max(0, threshold - 1e-6)));
	return (row, onlyAfter, top) =>
		searcher.near({
			terms: rows.term,
			weights: rows.weight,
			from: rows.start[row] as number,
			to: rows.start[row + 1] as number,
			factors: factors.of(rows.profile[row] as number, rows.scope[row] as number),
			floor,
			onlyAfter,
			top,
		});
}

/** Every `step`-th row from `from`: a share of the work that is as heavy as the others. */
export interface RowShare {
	readonly from: number;
	readonly step: number;
}

/** The rows near each row of a share, one after another: those of the n-th row stand from `start[n]` to `start[n + 1]`. */
export interface NearShare extends RowShare {
	readonly start: Int32Array;
	readonly rows: Int32Array;
	readonly products: Float64Array;
}

/** Looks up a share of the rows; shares of all threads together hold what {@link createNearRows} finds. */
export function findNearShare(
	source: NearSource,
	{ threshold, top, from, step }: RowShare & { readonly threshold: number; readonly top: number },
): NearShare {
	const near = searchNearRows(source, threshold);
	const start: number[] = [0];
	const rows: number[] = [];
	const products: number[] = [];
	for (let row = from; row < source.rows.count; row += step) {
		const found = near(row, -1, top);
		for (let at = 0; at < found.rows.length; at++) {
			rows.push(found.rows[at] as number);
			products.push(found.products[at] as number);
		}
		start.push(rows.length);
	}
	const [starts, others] = [Int32Array.from(start), Int32Array.from(rows)];
	return { from, step, start: starts, rows: others, products: Float64Array.from(products) };
}

/** Reads shares that together hold every row. */
export function readNearShares(shares: readonly NearShare[]): NearRows {
	const shareOf = shares.toSorted((a, b) => a.from - b.from);
	return (row) => {
		const { start, rows, products, from, step } = shareOf[row % shares.length] as NearShare;
		const place = (row - from) / step;
		const [first, end] = [start[place] as number, start[place + 1] as number];
		return { rows: rows.subarray(first, end), products: products.subarray(first, end) };
	};
}

import type { Postings } from './postings.ts';

/**
 * Distinct statements as unit vectors in typed arrays. A row holds its terms from the rarest to the commonest.
 */
export interface SearchedRows extends Postings {
	readonly count: number;
	/** Row → first place of its terms; one more at the end. */
	readonly start: Int32Array;
	readonly term: Int32Array;
	readonly weight: Float64Array;
	readonly profile: Int32Array;
	readonly scope: Int32Array;
	/** What rules out the row of each posting; see `marks.ts`. */
	readonly marks: Int32Array;
}

/** A unit vector: the places `from` to `to` of the arrays, its terms from the rarest to the commonest. */
export interface QueryVector {
	readonly terms: Int32Array;
	readonly weights: Float64Array;
	readonly from: number;
	readonly to: number;
}

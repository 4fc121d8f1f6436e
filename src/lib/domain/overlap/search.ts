import { factorWith, type RowFactors } from './pair-factors.ts';
import type { QueryVector, SearchedRows } from './searched-rows.ts';
import {
	createGroups,
	fillGroups,
	MARKS,
	profileIn,
	scopeIn,
	sharedLargest,
	sharedSquare,
	type QueryGroups,
} from './marks.ts';

/** Adds up rounding of the bounds; a pair at the threshold itself is never lost. */
const SLACK = 1e-9;

/** Rows that reach a floor with one query, in no particular order: parallel lists. */
export interface Neighbours {
	readonly rows: ArrayLike<number>;
	/** Cosine of the terms times the factor of acts and scope, 0–1. */
	readonly products: ArrayLike<number>;
}

export interface Searcher {
	/**
	 * All rows whose product with the query reaches the floor. `onlyAfter` leaves out the rows up to that number;
	 * with `top` the floor rises to the best `top` rows found so far, ties kept.
	 */
	readonly near: (query: SearchQuery) => Neighbours;
}

export interface SearchQuery extends QueryVector {
	readonly factors: RowFactors;
	readonly floor: number;
	readonly onlyAfter: number;
	readonly top: number | null;
}

/**
 * Exact search by the bound of Bayardo's All-Pairs with ℓ2 norms: if two unit vectors meet first (rarest first) at
 * places p and p′, their product is at most ‖q≥p‖·‖d≥p′‖. Postings stand by falling ‖d≥p′‖, so a list is left as soon
 * as the bound falls below the floor. What meets a row again later would only be bounded lower, so each row is looked
 * at once: by its factor, by its groups of terms, and at last multiplied out in double precision.
 */
export function createSearcher(rows: SearchedRows, termCount: number): Searcher {
	const scratch: Scratch = {
		dense: new Float64Array(termCount),
		stamps: new Int32Array(rows.count).fill(-1),
		stamp: 0,
		rest: new Float64Array(64),
		groups: createGroups(),
	};
	return {
		near: (query) => {
			scratch.stamp += 1;
			const { terms, weights, from, to } = query;
			for (let at = from; at < to; at++) scratch.dense[terms[at] as number] = weights[at] as number;
			if (scratch.rest.length < to - from) scratch.rest = new Float64Array((to - from) * 2);
			fillRest(query, scratch.rest);
			fillGroups(scratch.groups, query);
			const found = scan(rows, query, scratch);
			for (let at = from; at < to; at++) scratch.dense[terms[at] as number] = 0;
			return found;
		},
	};
}

interface Scratch {
	readonly dense: Float64Array;
	readonly stamps: Int32Array;
	stamp: number;
	/** Norm of the query from each of its places on. */
	rest: Float64Array;
	readonly groups: QueryGroups;
}

function fillRest({ weights, from, to }: QueryVector, rest: Float64Array): void {
	let tail = 0;
	for (let at = to - 1; at >= from; at--) {
		tail += (weights[at] as number) ** 2;
		rest[at - from] = Math.sqrt(tail);
	}
}

function scan(
	rows: SearchedRows,
	query: SearchQuery,
	{ dense, stamps, stamp, rest, groups }: Scratch,
): Neighbours {
	const { postingRow, postingLevel, postingStart, levelNorm, marks } = rows;
	const { factors, terms, from, to, onlyAfter, top } = query;
	const found: number[] = [];
	const products: number[] = [];
	const best: number[] = [];
	let floor = query.floor - SLACK;
	let square = floor * floor;
	for (let place = from; place < to; place++) {
		const restHere = rest[place - from] as number;
		if (restHere < floor) break;
		const term = terms[place] as number;
		const end = postingStart[term + 1] as number;
		for (let at = postingStart[term] as number; at < end; at++) {
			const rowRest = (postingLevel[at] as number) * levelNorm;
			if (restHere * rowRest < floor) break;
			const row = postingRow[at] as number;
			if (row <= onlyAfter) continue;
			const mark = at * MARKS;
			const factor = factorWith(factors, profileIn(marks, mark), scopeIn(marks, mark));
			const reach = rowRest * factor;
			if (restHere * reach < floor) continue;
			if (sharedSquare(groups, marks, mark) * reach * reach < square) continue;
			if (sharedLargest(groups, marks, mark) * factor < floor || stamps[row] === stamp) continue;
			stamps[row] = stamp;
			const cosine = dot(rows, row, dense) * factor;
			if (cosine < floor) continue;
			const product = cosine * residueFactor(rows, row, dense);
			if (product < floor) continue;
			found.push(row);
			products.push(product);
			if (top === null) continue;
			floor = Math.max(floor, raisedFloor(best, product, top) - SLACK);
			square = floor * floor;
		}
	}
	return { rows: found, products };
}

function dot({ start, term, weight }: SearchedRows, row: number, dense: Float64Array): number {
	const end = start[row + 1] as number;
	let sum = 0;
	for (let at = start[row] as number; at < end; at++)
		sum += (dense[term[at] as number] as number) * (weight[at] as number);
	return sum > 1 ? 1 : sum;
}

/** How strongly two statements are set apart when each has something that the other lacks. */
const RESIDUE = 0.35;

/**
 * 1 − 0,35·min(r, r′), where r is the share of a statement (of its squared length) that the other does not have.
 * A statement that only adds a detail to another keeps 1; „… социалната политика“ and „… инвестиционната политика“
 * each lack what makes the other. Both vectors have length 1, so the shares need only what is common.
 */
function residueFactor(rows: SearchedRows, row: number, dense: Float64Array): number {
	let mine = 0;
	let theirs = 0;
	const end = rows.start[row + 1] as number;
	for (let at = rows.start[row] as number; at < end; at++) {
		const weight = dense[rows.term[at] as number] as number;
		if (weight === 0) continue;
		mine += weight * weight;
		theirs += (rows.weight[at] as number) ** 2;
	}
	return residueOf(mine, theirs);
}

/** The factor from the shared parts of the two squared lengths. */
export function residueOf(mine: number, theirs: number): number {
	return 1 - RESIDUE * Math.max(0, Math.min(1 - mine, 1 - theirs));
}

/** Keeps the `top` best products, rising; the lowest of a full list is the new floor. */
function raisedFloor(best: number[], product: number, top: number): number {
	let at = 0;
	while (at < best.length && (best[at] as number) < product) at += 1;
	best.splice(at, 0, product);
	if (best.length > top) best.shift();
	return best.length === top ? (best[0] as number) : 0;
}

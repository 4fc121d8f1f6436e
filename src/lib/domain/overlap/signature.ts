import type { QueryVector } from './rows.ts';

/**
 * A row by 64 groups of terms: which of them it has. What two rows share lies in groups that both have, so the weight
 * of a query in the groups of a row bounds their product before any term is looked at.
 */
const GROUPS = 64;
const BYTES = GROUPS / 8;
const VALUES = 256;

/** Two words of 32 groups for each row. */
export function signRows({
	count,
	start,
	term,
}: {
	readonly count: number;
	readonly start: Int32Array;
	readonly term: Int32Array;
}): Uint32Array {
	const signature = new Uint32Array(count * 2);
	for (let row = 0; row < count; row++)
		for (let at = start[row] as number; at < (start[row + 1] as number); at++) {
			const group = groupOf(term[at] as number);
			const word = row * 2 + (group >>> 5);
			signature[word] = (signature[word] as number) | (1 << (group & 31));
		}
	return signature;
}

/** Room for the sums of one query: for each byte of a signature, what each of its 256 values holds. */
export function createGroupSums(): Float64Array {
	return new Float64Array(BYTES * VALUES);
}

const squares = new Float64Array(GROUPS);

/** Fills the sums of squared weights of a query, so that a signature is summed by eight look-ups. */
export function sumGroups({ terms, weights, from, to }: QueryVector, sums: Float64Array): void {
	squares.fill(0);
	for (let at = from; at < to; at++) {
		const group = groupOf(terms[at] as number);
		squares[group] = (squares[group] as number) + (weights[at] as number) ** 2;
	}
	for (let byte = 0; byte < BYTES; byte++)
		for (let value = 1; value < VALUES; value++) {
			const lowest = 31 - Math.clz32(value & -value);
			const others = sums[byte * VALUES + (value & (value - 1))] as number;
			sums[byte * VALUES + value] = others + (squares[byte * 8 + lowest] as number);
		}
}

/** Squared weight of the query in the groups that the row has: an upper bound. */
export function sharedSquare(signature: Uint32Array, row: number, sums: Float64Array): number {
	const low = signature[row * 2] as number;
	const high = signature[row * 2 + 1] as number;
	return (
		(sums[low & 255] as number) +
		(sums[256 + ((low >>> 8) & 255)] as number) +
		(sums[512 + ((low >>> 16) & 255)] as number) +
		(sums[768 + (low >>> 24)] as number) +
		(sums[1024 + (high & 255)] as number) +
		(sums[1280 + ((high >>> 8) & 255)] as number) +
		(sums[1536 + ((high >>> 16) & 255)] as number) +
		(sums[1792 + (high >>> 24)] as number)
	);
}

/** Neighbouring terms are alike in frequency; multiplication spreads them over the groups. */
function groupOf(term: number): number {
	return Math.imul(term, 0x9e3779b1) >>> 26;
}

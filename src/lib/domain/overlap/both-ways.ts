import type { Corpus } from './corpus.ts';
import { createNearRows, type NearRows } from './near-rows.ts';
import { offsets } from './postings.ts';
import { growingInts, type Growing } from './room.ts';

/** With more rows, or more pairs to a row, raising the floor to the best of each row saves more than half of the search. */
const MOST_ROWS = 25_000;
const PAIRS_OF_ROW = 16;

/**
 * What {@link createNearRows} finds for every row, from half of its work: two rows are as near from either end, so
 * each pair is looked for once, by its first row. Undefined where that would not pay.
 */
export function findBothWays(corpus: Corpus, threshold: number): NearRows | undefined {
	const { count } = corpus.rows;
	if (count > MOST_ROWS) return undefined;
	const near = createNearRows(corpus, threshold);
	const [firsts, seconds] = [growingInts(count), growingInts(count)];
	const products: number[] = [];
	for (let row = 0; row < count; row++) {
		const found = near(row, row, null);
		for (let at = 0; at < found.rows.length; at++) {
			firsts.push(row);
			seconds.push(found.rows[at] as number);
			products.push(found.products[at] as number);
		}
		if (products.length > PAIRS_OF_ROW * count) return undefined;
	}
	return mirrored(count, { firsts, seconds, products });
}

interface Found {
	readonly firsts: Growing;
	readonly seconds: Growing;
	readonly products: readonly number[];
}

/** The pairs by each of their rows. */
function mirrored(count: number, { firsts, seconds, products }: Found): NearRows {
	const lengths = new Int32Array(count);
	for (const ends of [firsts.values(), seconds.values()])
		for (const row of ends) lengths[row] = (lengths[row] as number) + 1;
	const start = offsets(lengths);
	const next = start.slice(0, count);
	const [others, near] = [new Int32Array(products.length * 2), new Float64Array(products.length * 2)];
	const put = (row: number, other: number, product: number) => {
		const at = next[row] as number;
		next[row] = at + 1;
		others[at] = other;
		near[at] = product;
	};
	products.forEach((product, at) => {
		put(firsts.at(at), seconds.at(at), product);
		put(seconds.at(at), firsts.at(at), product);
	});
	return (row) => {
		const [from, to] = [start[row] as number, start[row + 1] as number];
		return { rows: others.subarray(from, to), products: near.subarray(from, to) };
	};
}

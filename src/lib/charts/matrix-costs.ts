import { fteIn } from '#lib/domain/workload/index.ts';
import { linksOf } from './matrix-links.ts';
import type { Targets } from './matrix-targets.ts';
import type { MatrixData } from './matrix.ts';

/** What the counted work of each line costs in a year, in euro cents, by its place in its edge; null where nothing is known. */
export interface MatrixCosts {
	readonly functions: readonly (number | null)[];
	readonly places: readonly (number | null)[];
}

/**
 * The known work of each link times the price of a full post where it is done; a post also for its unit where both have
 * a column, a function also for its area. Work without a price is left out.
 * Example: half a post where a full one costs 24 000 € a year: 12 000 € for the function, its area and the place.
 */
export function sumCosts(
	data: MatrixData,
	{ isKept, columns, unitColumn, bits, hasWork }: Targets,
): MatrixCosts {
	const functions = emptyCosts(data.functions.length);
	const places = emptyCosts(data.places.length);
	if (!hasWork) return { functions, places };
	const prices = pricesOf(data);
	data.functions.forEach(({ number, parent }, row) => {
		if (isKept[row] !== 1) return;
		for (const { place, cell } of linksOf(data.links, number)) {
			const column = columns[place] ?? -1;
			const [fte, price] = [fteIn(cell), prices[place] ?? null];
			if (column < 0 || (cell & bits) === 0 || fte === null || price === null) continue;
			// Whole thousandths first: equal work for equal pay costs the same to the cent.
			const cost = (Math.round(fte * 1000) * price) / 1000;
			add(functions, row, cost);
			add(functions, parent, cost);
			add(places, column, cost);
			add(places, unitColumn[column] ?? -1, cost);
		}
	});
	return { functions, places };
}

function emptyCosts(count: number): (number | null)[] {
	return Array.from({ length: count }, () => null);
}

/** Of a full post, by the number that links use. */
function pricesOf({ places }: MatrixData): readonly (number | null | undefined)[] {
	const prices: (number | null | undefined)[] = [];
	for (const { number, price } of places) prices[number] = price;
	return prices;
}

function add(costs: (number | null)[], at: number, cost: number): void {
	if (at >= 0) costs[at] = (costs[at] ?? 0) + cost;
}

import { addPacked, COUNTED, fteIn, MARK, WRITTEN } from '#lib/domain/workload/index.ts';
import type { EdgeTotal } from './matrix-edge.ts';
import type { Targets } from './matrix-targets.ts';
import type { MatrixData } from './matrix.ts';

/** What all links come to: the totals of both edges, and the cells of whatever row is asked for. */
export interface Sums {
	readonly functions: readonly EdgeTotal[];
	readonly places: readonly EdgeTotal[];
	/** Full posts in the cell of a function and a place with the most of them; 0 where none are known. */
	readonly mostFte: number;
	/** By column. The row of an area is kept; that of a function is added up when it is first asked for. */
	readonly rowAt: (row: number) => { readonly [Column in keyof Row]: readonly number[] };
}

/** The cells of a row, by column. */
interface Row {
	/** Packed places, added up. */
	readonly cells: number[];
	/** Of an area: the functions that touch each place. */
	readonly counts: number[];
}

/**
 * One pass over the links, a function after the other, all in one short row: 80 000 links cost not by their addition,
 * but by the memory of as many cells. Kept are the rows of areas and the totals of the edges.
 */
export function sumLinks(data: MatrixData, targets: Targets): Sums {
	const width = data.places.length;
	const zeros = () => new Array<number>(width).fill(0);
	const row = zeros();
	const below: Below = { cells: zeros(), counts: zeros(), accountable: zeros() };
	const areas = new Map<number, Row>();
	const functions: EdgeTotal[] = [];
	let most = 0;
	data.functions.forEach(({ kind, parent }, at) => {
		if (kind === 'area') return void areas.set(at, { cells: zeros(), counts: zeros() });
		addLinks(row.fill(0), data, targets, at);
		most = Math.max(most, addBelow(row, below, areas.get(parent)));
		functions[at] = across(row, targets);
	});
	for (const [at, { cells }] of areas) functions[at] = across(cells, targets);
	const known: Row[] = [];
	return {
		functions,
		places: below.counts.map((total, at) => ({
			...{ total, accountable: below.accountable[at] ?? 0 },
			fte: fteIn(below.cells[at] ?? 0),
		})),
		mostFte: fteIn(most) ?? 0,
		rowAt: (at) =>
			areas.get(at) ?? (known[at] ??= { cells: addLinks(zeros(), data, targets, at), counts: [] }),
	};
}

/** A visible post leaves its work in its own column and in the column of its unit. */
function addLinks(
	row: number[],
	{ functions, links }: MatrixData,
	{ isKept, columns, unitColumn, bits, hasWork }: Targets,
	at: number,
): number[] {
	if (isKept[at] !== 1) return row;
	const { ends, places, cells } = links;
	const number = functions[at]?.number ?? -1;
	const end = ends[number] ?? 0;
	const others = (WRITTEN | COUNTED) & ~bits;
	for (let link = ends[number - 1] ?? 0; link < end; link++) {
		const cell = cells[link] ?? 0;
		if ((cell & bits) === 0) continue;
		const asked = hasWork ? cell - (cell & others) : cell & bits;
		let column = columns[places[link] ?? -1] ?? -1;
		while (column >= 0) {
			row[column] = addPacked(row[column] ?? 0, asked);
			column = unitColumn[column] ?? -1;
		}
	}
	return row;
}

interface Below extends Row {
	readonly accountable: number[];
}

/** Adds the cells of a function to their columns and to its area; answers with the largest of them. */
function addBelow(row: readonly number[], below: Below, area: Row | undefined): number {
	const { cells, counts, accountable } = below;
	let most = 0;
	for (let column = 0; column < row.length; column++) {
		const cell = row[column] ?? 0;
		if (cell === 0) continue;
		if (cell > most) most = cell;
		cells[column] = addPacked(cells[column] ?? 0, cell);
		counts[column] = (counts[column] ?? 0) + 1;
		accountable[column] = (accountable[column] ?? 0) + (cell & MARK.accountable);
		if (!area) continue;
		area.cells[column] = addPacked(area.cells[column] ?? 0, cell);
		area.counts[column] = (area.counts[column] ?? 0) + 1;
	}
	return most;
}

/** What the cells of a row come to; a post beside its unit does not count once more. */
function across(row: readonly number[], { unitColumn }: Targets): EdgeTotal {
	let [total, accountable, all] = [0, 0, 0];
	for (let column = 0; column < row.length; column++) {
		const cell = row[column] ?? 0;
		if (cell === 0 || (unitColumn[column] ?? -1) >= 0) continue;
		total++;
		accountable += cell & MARK.accountable;
		all = addPacked(all, cell);
	}
	return { total, accountable, fte: fteIn(all) };
}

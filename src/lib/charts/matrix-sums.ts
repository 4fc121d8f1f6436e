import { COUNTED, MARK, WRITTEN } from '#lib/domain/workload/index.ts';
import type { MatrixAsk, MatrixData } from './matrix.ts';
import type { Edge } from './matrix-edge.ts';

/** Sums of all cells of the visible places, by function and by area, with the totals of both edges. */
export interface Sums {
	readonly width: number;
	readonly marks: Uint8Array;
	/** Full posts of the counted work; `marks` says whether there is any. */
	readonly fte: Float64Array;
	/** Of an area: its functions that touch the place; of a function 1 or 0. */
	readonly counts: Uint16Array;
	readonly functions: Totals;
	readonly places: Totals;
	/** Largest full posts of one function at one place. */
	readonly most: number;
}

/** By the place of the line in its edge. */
export interface Totals {
	readonly total: Uint32Array;
	readonly accountable: Uint32Array;
	readonly fte: Float64Array;
	/** Not 0 where any work is counted. */
	readonly isCounted: Uint8Array;
	/** Euro cents of the counted work that has a price, and whether there is any. */
	readonly cost: Float64Array;
	readonly isPriced: Uint8Array;
}

const LAYER_BITS = { both: WRITTEN | COUNTED, paper: WRITTEN, practice: COUNTED } as const;

type Cells = Pick<Sums, 'width' | 'marks' | 'fte' | 'counts'>;

/**
 * First the links are added to their cells, then the cells to both edges: plain passes over numbers, so that
 * 80 000 links take a few milliseconds even where nothing has been compiled yet.
 */
export function sumLinks(data: MatrixData, ask: MatrixAsk, [functions, places]: readonly [Edge, Edge]): Sums {
	const width = data.places.length;
	const size = data.functions.length * width;
	const cells: Cells = {
		width,
		marks: new Uint8Array(size),
		fte: new Float64Array(size),
		counts: new Uint16Array(size),
	};
	const unitColumn = unitColumns(data, places);
	addLinks(cells, data.links, { functions: functions.target, places: places.target, unitColumn, ask });
	const totals = totalsOf(cells, data, unitColumn);
	if (ask.layer !== 'paper') addCosts(totals, data, [functions, places]);
	return { ...cells, ...totals };
}

/** By place: the column of the unit of a post that has a column of its own as well; −1 for all others. */
function unitColumns(data: MatrixData, { target }: Edge): Int32Array {
	return Int32Array.from(data.places, ({ kind, parent }, at) =>
		kind === 'post' && parent >= 0 && target[at] === at ? (target[parent] ?? -1) : -1,
	);
}

interface Columns {
	readonly functions: Int32Array;
	readonly places: Int32Array;
	readonly unitColumn: Int32Array;
	readonly ask: MatrixAsk;
}

/** A visible post leaves its work in its own column and in the column of its unit. */
function addLinks(cells: Cells, links: MatrixData['links'], columns: Columns): void {
	const { functions, places, unitColumn, ask } = columns;
	const { width, marks: allMarks, fte: allFte } = cells;
	const bits = LAYER_BITS[ask.layer];
	const hasFte = ask.layer !== 'paper';
	for (let at = 0; at < links.functions.length; at++) {
		const fn = functions[links.functions[at] ?? -1] ?? -1;
		const place = links.places[at] ?? -1;
		const own = places[place] ?? -1;
		const marks = (links.marks[at] ?? 0) & bits;
		if (fn < 0 || own < 0 || marks === 0) continue;
		const fte = hasFte ? (links.fte[at] ?? 0) : 0;
		const slot = fn * width + own;
		allMarks[slot] = (allMarks[slot] ?? 0) | marks;
		allFte[slot] = (allFte[slot] ?? 0) + fte;
		const unit = unitColumn[place] ?? -1;
		if (unit < 0) continue;
		const wider = fn * width + unit;
		allMarks[wider] = (allMarks[wider] ?? 0) | marks;
		allFte[wider] = (allFte[wider] ?? 0) + fte;
	}
}

function emptyTotals(count: number): Totals {
	return {
		total: new Uint32Array(count),
		accountable: new Uint32Array(count),
		fte: new Float64Array(count),
		isCounted: new Uint8Array(count),
		cost: new Float64Array(count),
		isPriced: new Uint8Array(count),
	};
}

/** The counted work of each link times the price of a full post where it is done; a post also for its unit. */
function addCosts(
	totals: Pick<Sums, 'functions' | 'places'>,
	{ functions, places, links }: MatrixData,
	[functionEdge, placeEdge]: readonly [Edge, Edge],
): void {
	for (let at = 0; at < links.functions.length; at++) {
		const fte = links.fte[at] ?? null;
		if (fte === null) continue;
		const fn = functionEdge.target[links.functions[at] ?? -1] ?? -1;
		const place = places[links.places[at] ?? -1];
		const own = placeEdge.target[links.places[at] ?? -1] ?? -1;
		if (fn < 0 || own < 0 || place?.price == null) continue;
		const cost = fte * place.price;
		addCost(totals.functions, fn, cost);
		if (functions[fn]?.kind === 'function') addCost(totals.functions, functions[fn].parent, cost);
		addCost(totals.places, own, cost);
		const above = places[own]?.kind === 'post' ? (placeEdge.target[places[own].parent] ?? -1) : -1;
		if (above !== own) addCost(totals.places, above, cost);
	}
}

function addCost(to: Totals, at: number, cost: number): void {
	if (at < 0) return;
	to.cost[at] = (to.cost[at] ?? 0) + cost;
	to.isPriced[at] = 1;
}

/** Adds the cells of the functions to their areas and to both edges; then those of the areas to theirs. */
function totalsOf(
	cells: Cells,
	data: MatrixData,
	unitColumn: Int32Array,
): Pick<Sums, 'functions' | 'places' | 'most'> {
	const functions = emptyTotals(data.functions.length);
	const places = emptyTotals(cells.width);
	const edges = { functions, places, unitColumn };
	const areas = Int32Array.from(data.functions, ({ kind, parent }) =>
		kind === 'function' ? parent : NO_CELLS,
	);
	const most = addFunctions(cells, areas, edges);
	data.functions.forEach(({ kind }, row) => {
		if (kind !== 'function') addArea(cells, row, edges);
	});
	return { functions, places, most };
}

/** A line that has no cells of its own: an area. */
const NO_CELLS = -2;

interface Edges {
	readonly functions: Totals;
	readonly places: Totals;
	readonly unitColumn: Int32Array;
}

/**
 * The cells of all functions; answers with the largest work at one place. One long loop, because the browser compiles a
 * loop while it runs, and a function for each row only after many rows.
 * @param areas by row: the row of its area, −1 for none, {@link NO_CELLS} for an area
 */
function addFunctions(
	{ width, marks, fte, counts }: Cells,
	areas: Int32Array,
	{ functions, places, unitColumn }: Edges,
): number {
	let most = 0;
	for (let slot = 0, row = 0, column = 0; slot < marks.length; slot++, column++) {
		if (column === width) [row, column] = [row + 1, 0];
		const own = marks[slot] ?? 0;
		const area = areas[row] ?? NO_CELLS;
		if (own === 0 || area === NO_CELLS) continue;
		const work = fte[slot] ?? 0;
		if (work > most) most = work;
		counts[slot] = 1;
		addCell(places, column, own, work);
		// A post beside its unit does not count once more.
		if ((unitColumn[column] ?? -1) < 0) addCell(functions, row, own, work);
		if (area < 0) continue;
		const above = area * width + column;
		marks[above] = (marks[above] ?? 0) | own;
		fte[above] = (fte[above] ?? 0) + work;
		counts[above] = (counts[above] ?? 0) + 1;
	}
	return most;
}

/** What the cells of an area come to. */
function addArea({ width, marks, fte }: Cells, row: number, { functions, unitColumn }: Edges): void {
	for (let column = 0, slot = row * width; column < width; column++, slot++) {
		const own = marks[slot] ?? 0;
		if (own !== 0 && (unitColumn[column] ?? -1) < 0) addCell(functions, row, own, fte[slot] ?? 0);
	}
}

function addCell(totals: Totals, at: number, marks: number, work: number): void {
	totals.total[at] = (totals.total[at] ?? 0) + 1;
	totals.accountable[at] = (totals.accountable[at] ?? 0) + (marks & MARK.accountable);
	totals.isCounted[at] = (totals.isCounted[at] ?? 0) | (marks & COUNTED);
	totals.fte[at] = (totals.fte[at] ?? 0) + work;
}

import { foldText } from '#lib/domain/shared/index.ts';
import { COUNTED, MARK, WRITTEN } from '#lib/domain/workload/index.ts';
import type { MatrixAsk, MatrixCell, MatrixData, MatrixEntry, MatrixNode, MatrixView } from './matrix.ts';
import { entriesOf, type Edge } from './matrix-edge.ts';

const NOTHING: MatrixCell = { marks: 0, count: 0, fte: null };

/**
 * Sums of all cells of the visible places, by function and by area, with the totals of both edges: all made in one pass
 * over the links, because the cells are many more than the links.
 */
interface Sums {
	readonly width: number;
	readonly marks: Uint8Array;
	/** Full posts of the counted work; `marks` says whether there is any. */
	readonly fte: Float64Array;
	/** Of an area: its functions that touch the place. */
	readonly counts: Uint16Array;
	readonly functions: Totals;
	readonly places: Totals;
	/** Largest full posts of one function at one place. */
	most: number;
}

/** By the place of the line in its edge. */
interface Totals {
	readonly total: Uint32Array;
	readonly accountable: Uint32Array;
	readonly fte: Float64Array;
	readonly isCounted: Uint8Array;
}

/**
 * The matrix as asked for. A folded unit speaks for everything in it; a unit always speaks for its posts; an area
 * counts its functions. Typed arrays instead of objects: 1 000 functions × 300 places with 40 000 links take a few
 * milliseconds. Source: matrices M3–M5 of methodology §1.7.
 */
export function viewMatrix(data: MatrixData, ask: MatrixAsk): MatrixView {
	const functions = edgeOf(data.functions, ask.functionQuery, ask.folded, true);
	const places = edgeOf(data.places, ask.placeQuery, ask.folded, ask.withPosts);
	const sums = sumLinks(data, ask, [functions, places]);
	const functionTotals = totalsOfFunctions(data, functions, sums);
	const placeTotals = listed(sums.places);
	const isEmptyPlace = (at: number) => ask.hideEmpty && (placeTotals[at]?.total ?? 0) === 0;
	const isEmptyFunction = (at: number) =>
		ask.hideEmpty && ask.placeQuery !== '' && (sums.functions.total[at] ?? 0) === 0;
	const shown = entriesOf(data.functions, functions, functionTotals, ask.functionSort, isEmptyFunction);
	return {
		functions: shown.filter((entry) => entry.kind !== 'area' || entry.total > 0),
		places: entriesOf(data.places, places, placeTotals, ask.placeSort, isEmptyPlace),
		functionCount: data.functions.filter((node, at) => node.kind === 'function' && functions.isKept[at] === 1)
			.length,
		linkCount: functionTotals.reduce((sum, one, at) => sum + (isLeaf(data, at) ? one.total : 0), 0),
		mostFte: sums.most,
		cellOf: (fn, place) => cellAt(sums, fn, place),
	};
}

function isLeaf(data: MatrixData, at: number): boolean {
	return data.functions[at]?.kind === 'function';
}

/** Which lines are kept by the search, which are visible, and where the links of each go. */
function edgeOf(
	nodes: readonly MatrixNode[],
	query: string,
	folded: ReadonlySet<string>,
	withPosts: boolean,
): Edge {
	const isKept = keptBy(nodes, query);
	const isVisible = new Uint8Array(nodes.length);
	const isShut = new Uint8Array(nodes.length);
	const isBelowShut = new Uint8Array(nodes.length);
	const target = new Int32Array(nodes.length).fill(-1);
	nodes.forEach((node, at) => {
		const { parent } = node;
		isShut[at] = query === '' && folded.has(node.key) ? 1 : 0;
		isBelowShut[at] = parent >= 0 && (isShut[parent] === 1 || isBelowShut[parent] === 1) ? 1 : 0;
		const isHidden = isBelowShut[at] === 1 || (node.kind === 'post' && !withPosts);
		isVisible[at] = isKept[at] === 1 && !isHidden ? 1 : 0;
		if (isVisible[at] === 1) target[at] = at;
		else if (isKept[at] === 1 && parent >= 0 && node.kind !== 'function') target[at] = target[parent] ?? -1;
		else if (node.kind === 'function' && isKept[at] === 1) target[at] = at;
	});
	return { isKept, isVisible, isShut, target };
}

/** A line is kept when it or anything above it has the words; an area also when one of its functions has them. */
function keptBy(nodes: readonly MatrixNode[], query: string): Uint8Array {
	const isKept = new Uint8Array(nodes.length).fill(query === '' ? 1 : 0);
	if (query === '') return isKept;
	nodes.forEach(({ label, parent }, at) => {
		if ((parent >= 0 && isKept[parent] === 1) || foldText(label).includes(query)) isKept[at] = 1;
	});
	nodes.forEach(({ kind, parent }, at) => {
		if (kind === 'function' && isKept[at] === 1 && parent >= 0) isKept[parent] = 1;
	});
	return isKept;
}

const LAYER_BITS = { both: WRITTEN | COUNTED, paper: WRITTEN, practice: COUNTED } as const;

function emptyTotals(count: number): Totals {
	return {
		total: new Uint32Array(count),
		accountable: new Uint32Array(count),
		fte: new Float64Array(count),
		isCounted: new Uint8Array(count),
	};
}

function sumLinks(data: MatrixData, ask: MatrixAsk, [functions, places]: readonly [Edge, Edge]): Sums {
	const width = data.places.length;
	const size = data.functions.length * width;
	const sums: Sums = {
		width,
		marks: new Uint8Array(size),
		fte: new Float64Array(size),
		counts: new Uint16Array(size),
		functions: emptyTotals(data.functions.length),
		places: emptyTotals(width),
		most: 0,
	};
	const areaOf = Int32Array.from(data.functions, ({ kind, parent }) => (kind === 'function' ? parent : -1));
	const unitOf = Int32Array.from(data.places, ({ kind, parent }) => (kind === 'post' ? parent : -1));
	const bits = LAYER_BITS[ask.layer];
	const { links } = data;
	for (let at = 0; at < links.functions.length; at++) {
		const fn = functions.target[links.functions[at] ?? -1] ?? -1;
		const marks = (links.marks[at] ?? 0) & bits;
		if (fn < 0 || marks === 0) continue;
		const place = links.places[at] ?? -1;
		const fte = ask.layer === 'paper' ? null : (links.fte[at] ?? null);
		const own = places.target[place] ?? -1;
		const area = areaOf[fn] ?? -1;
		// A visible post leaves its work in the column of its unit as well, and there it counts for the function.
		const isPost = (unitOf[place] ?? -1) >= 0 && own === place;
		const unit = isPost ? (places.target[unitOf[place] ?? -1] ?? -1) : -1;
		if (own >= 0) put(sums, { fn, area, place: own, isCounted: unit < 0 }, marks, fte);
		if (unit >= 0) put(sums, { fn, area, place: unit, isCounted: true }, marks, fte);
	}
	return sums;
}

interface Slot {
	readonly fn: number;
	/** The area of the function; −1 when it has none. */
	readonly area: number;
	readonly place: number;
	/** Whether it counts for the function: not when the unit of a post counts it already. */
	readonly isCounted: boolean;
}

function put(sums: Sums, { fn, area, place, isCounted }: Slot, marks: number, fte: number | null): void {
	const slot = fn * sums.width + place;
	const before = sums.marks[slot] ?? 0;
	sums.marks[slot] = before | marks;
	sums.counts[slot] = 1;
	if (fte !== null) {
		const sum = (sums.fte[slot] ?? 0) + fte;
		sums.fte[slot] = sum;
		if (sum > sums.most) sums.most = sum;
	}
	if (isCounted) tally(sums.functions, fn, before, marks, fte);
	tally(sums.places, place, before, marks, fte);
	if (area < 0) return;
	const heading = area * sums.width + place;
	const known = sums.marks[heading] ?? 0;
	if (isCounted) tally(sums.functions, area, known, marks, fte);
	sums.marks[heading] = known | marks;
	if (before === 0) sums.counts[heading] = (sums.counts[heading] ?? 0) + 1;
	if (fte !== null) sums.fte[heading] = (sums.fte[heading] ?? 0) + fte;
}

/** Adds what a cell has now and had not before. */
function tally(totals: Totals, at: number, before: number, marks: number, fte: number | null): void {
	if (before === 0) totals.total[at] = (totals.total[at] ?? 0) + 1;
	if ((marks & ~before & MARK.accountable) !== 0) totals.accountable[at] = (totals.accountable[at] ?? 0) + 1;
	if ((marks & COUNTED) !== 0) totals.isCounted[at] = 1;
	if (fte !== null) totals.fte[at] = (totals.fte[at] ?? 0) + fte;
}

interface Total {
	readonly total: number;
	readonly accountable: number;
	readonly fte: number | null;
}

function listed(totals: Totals): readonly Total[] {
	return Array.from(totals.total, (total, at) => ({
		total,
		accountable: totals.accountable[at] ?? 0,
		fte: totals.isCounted[at] === 1 ? (totals.fte[at] ?? 0) : null,
	}));
}

/** As counted; of an area the number of its functions. */
function totalsOfFunctions(data: MatrixData, edge: Edge, { functions }: Sums): readonly Total[] {
	const below = new Uint32Array(data.functions.length);
	data.functions.forEach(({ kind, parent }, at) => {
		if (kind === 'function' && edge.isKept[at] === 1) below[parent] = (below[parent] ?? 0) + 1;
	});
	return listed(functions).map((one, at) =>
		data.functions[at]?.kind === 'area' ? { ...one, total: below[at] ?? 0 } : one,
	);
}

function cellAt(sums: Sums, fn: MatrixEntry, place: MatrixEntry): MatrixCell {
	const slot = fn.slot * sums.width + place.slot;
	const marks = sums.marks[slot] ?? 0;
	if (marks === 0) return NOTHING;
	const fte = (marks & COUNTED) === 0 ? null : (sums.fte[slot] ?? 0);
	return { marks, count: sums.counts[slot] ?? 0, fte };
}

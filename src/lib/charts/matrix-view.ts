import { foldText } from '#lib/domain/shared/index.ts';
import { COUNTED, MARK, WRITTEN } from '#lib/domain/workload/index.ts';
import type { MatrixAsk, MatrixCell, MatrixData, MatrixEntry, MatrixNode, MatrixView } from './matrix.ts';
import { entriesOf, type Edge } from './matrix-edge.ts';

const NOTHING: MatrixCell = { marks: 0, count: 0, fte: null };

/** Sums of all cells of the visible places, by function and by area. */
interface Sums {
	readonly width: number;
	readonly marks: Uint8Array;
	/** Full posts of the counted work; `marks` says whether there is any. */
	readonly fte: Float64Array;
	/** Of an area: its functions that touch the place. */
	readonly counts: Uint16Array;
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
	sumAreas(data.functions, functions, sums);
	const functionTotals = totalsOfFunctions(data, functions, places, sums);
	const placeTotals = totalsOfPlaces(data, functions, sums);
	const isEmptyPlace = (at: number) => ask.hideEmpty && (placeTotals[at]?.total ?? 0) === 0;
	const isEmptyFunction = (at: number) =>
		ask.hideEmpty && ask.placeQuery !== '' && (functionTotals[at]?.touched ?? 0) === 0;
	const shown = entriesOf(data.functions, functions, functionTotals, ask.functionSort, isEmptyFunction);
	return {
		functions: shown.filter((entry) => entry.kind !== 'area' || entry.total > 0),
		places: entriesOf(data.places, places, placeTotals, ask.placeSort, isEmptyPlace),
		functionCount: data.functions.filter((node, at) => node.kind === 'function' && functions.isKept[at] === 1)
			.length,
		linkCount: functionTotals.reduce((sum, one, at) => sum + (isLeaf(data, at) ? one.total : 0), 0),
		mostFte: mostOf(data, sums),
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

function sumLinks(data: MatrixData, ask: MatrixAsk, [functions, places]: readonly [Edge, Edge]): Sums {
	const width = data.places.length;
	const size = data.functions.length * width;
	const sums = {
		width,
		marks: new Uint8Array(size),
		fte: new Float64Array(size),
		counts: new Uint16Array(size),
	};
	const bits = LAYER_BITS[ask.layer];
	const { links } = data;
	for (let at = 0; at < links.functions.length; at++) {
		const fn = functions.target[links.functions[at] ?? -1] ?? -1;
		const marks = (links.marks[at] ?? 0) & bits;
		if (fn < 0 || marks === 0) continue;
		const place = links.places[at] ?? -1;
		const fte = ask.layer === 'paper' ? null : (links.fte[at] ?? null);
		const own = places.target[place] ?? -1;
		if (own >= 0) put(sums, fn * width + own, marks, fte);
		const node = data.places[place];
		// A visible post leaves its work in the column of its unit as well.
		if (node?.kind !== 'post' || own !== place) continue;
		const unit = places.target[node.parent] ?? -1;
		if (unit >= 0) put(sums, fn * width + unit, marks, fte);
	}
	return sums;
}

function put(sums: Sums, slot: number, marks: number, fte: number | null): void {
	sums.marks[slot] = (sums.marks[slot] ?? 0) | marks;
	sums.counts[slot] = 1;
	if (fte !== null) sums.fte[slot] = (sums.fte[slot] ?? 0) + fte;
}

function sumAreas(nodes: readonly MatrixNode[], edge: Edge, sums: Sums): void {
	const { width } = sums;
	nodes.forEach(({ kind, parent }, at) => {
		if (kind !== 'function' || parent < 0 || edge.target[at] !== at) return;
		for (let place = 0; place < width; place++) {
			const marks = sums.marks[at * width + place] ?? 0;
			if (marks === 0) continue;
			const slot = parent * width + place;
			sums.marks[slot] = (sums.marks[slot] ?? 0) | marks;
			sums.counts[slot] = (sums.counts[slot] ?? 0) + 1;
			sums.fte[slot] = (sums.fte[slot] ?? 0) + (sums.fte[at * width + place] ?? 0);
		}
	});
}

interface Total {
	readonly total: number;
	readonly accountable: number;
	readonly fte: number | null;
	/** Functions: any link at all, of an area of any of its functions. */
	readonly touched: number;
}

function totalsOfFunctions(data: MatrixData, edge: Edge, places: Edge, sums: Sums): readonly Total[] {
	const own = data.functions.map((node, at) => {
		let [total, accountable, fte, isCounted] = [0, 0, 0, false];
		for (let place = 0; place < sums.width; place++) {
			const marks = sums.marks[at * sums.width + place] ?? 0;
			if (marks === 0 || isPostBesideUnit(data, places, place)) continue;
			total++;
			if ((marks & MARK.accountable) !== 0) accountable++;
			if ((marks & COUNTED) !== 0) isCounted = true;
			fte += sums.fte[at * sums.width + place] ?? 0;
		}
		return { total, accountable, fte: isCounted ? fte : null, touched: total, kind: node.kind };
	});
	const children = new Map<number, number>();
	data.functions.forEach(({ kind, parent }, at) => {
		if (kind === 'function' && edge.isKept[at] === 1) children.set(parent, (children.get(parent) ?? 0) + 1);
	});
	return own.map((one, at) => (one.kind === 'area' ? { ...one, total: children.get(at) ?? 0 } : one));
}

/** The column of the unit counts the work of its posts already. */
function isPostBesideUnit(data: MatrixData, places: Edge, place: number): boolean {
	const node = data.places[place];
	return node?.kind === 'post' && (places.target[node.parent] ?? -1) >= 0;
}

function totalsOfPlaces(data: MatrixData, edge: Edge, sums: Sums): readonly Total[] {
	const totals = data.places.map(() => ({ total: 0, accountable: 0, fte: 0, isCounted: false }));
	data.functions.forEach(({ kind }, at) => {
		if (kind !== 'function' || edge.target[at] !== at) return;
		totals.forEach((total, place) => {
			const marks = sums.marks[at * sums.width + place] ?? 0;
			if (marks === 0) return;
			total.total++;
			if ((marks & MARK.accountable) !== 0) total.accountable++;
			if ((marks & COUNTED) !== 0) total.isCounted = true;
			total.fte += sums.fte[at * sums.width + place] ?? 0;
		});
	});
	return totals.map(({ total, accountable, fte, isCounted }) => ({
		total,
		accountable,
		fte: isCounted ? fte : null,
		touched: total,
	}));
}

function mostOf(data: MatrixData, sums: Sums): number {
	let most = 0;
	data.functions.forEach(({ kind }, at) => {
		if (kind !== 'function') return;
		for (let slot = at * sums.width; slot < (at + 1) * sums.width; slot++)
			most = Math.max(most, sums.fte[slot] ?? 0);
	});
	return most;
}

function cellAt(sums: Sums, fn: MatrixEntry, place: MatrixEntry): MatrixCell {
	const slot = fn.slot * sums.width + place.slot;
	const marks = sums.marks[slot] ?? 0;
	if (marks === 0) return NOTHING;
	const fte = (marks & COUNTED) === 0 ? null : (sums.fte[slot] ?? 0);
	return { marks, count: sums.counts[slot] ?? 0, fte };
}

import { foldText } from '#lib/domain/shared/index.ts';
import { fteIn, marksIn } from '#lib/domain/workload/index.ts';
import type { MatrixAsk, MatrixCell, MatrixData, MatrixEntry, MatrixNode, MatrixView } from './matrix.ts';
import { sumCosts, type MatrixCosts } from './matrix-costs.ts';
import { entriesOf, type Edge, type EdgeTotal } from './matrix-edge.ts';
import { sumLinks, type Sums } from './matrix-sums.ts';
import { targetsOf } from './matrix-targets.ts';

const NOTHING: MatrixCell = { marks: 0, count: 0, fte: null };

/**
 * The matrix as asked for. A folded unit speaks for everything in it; a unit always speaks for its posts; an area
 * counts its functions. Whole numbers instead of objects: 400 functions × 200 places with 80 000 links take a few
 * milliseconds. Source: matrices M3–M5 of methodology §1.7.
 */
export function viewMatrix(data: MatrixData, ask: MatrixAsk): MatrixView {
	const functions = edgeOf(data.functions, ask.functionQuery, ask.folded, true);
	const places = edgeOf(data.places, ask.placeQuery, ask.folded, ask.withPosts);
	const targets = targetsOf(data, ask, [functions, places]);
	const sums = sumLinks(data, targets);
	let known: MatrixCosts | undefined;
	const costs = () => (known ??= sumCosts(data, targets));
	const functionTotals = totalsOfFunctions(data, functions, sums);
	const isEmptyPlace = (at: number) => ask.hideEmpty && (sums.places[at]?.total ?? 0) === 0;
	const isEmptyFunction = (at: number) =>
		ask.hideEmpty && ask.placeQuery !== '' && (sums.functions[at]?.total ?? 0) === 0;
	const shown = entriesOf(data.functions, functions, functionTotals, {
		...{ sort: ask.functionSort, order: ask.functionOrder, isLeftOut: isEmptyFunction },
		costAt: (at) => costs().functions[at] ?? null,
	});
	return {
		functions: shown.filter((entry) => entry.kind !== 'area' || entry.total > 0),
		places: entriesOf(data.places, places, sums.places, {
			...{ sort: ask.placeSort, order: ask.placeOrder, isLeftOut: isEmptyPlace },
			costAt: (at) => costs().places[at] ?? null,
		}),
		functionCount: data.functions.filter((node, at) => node.kind === 'function' && functions.isKept[at] === 1)
			.length,
		linkCount: functionTotals.reduce((sum, one, at) => sum + (isLeaf(data, at) ? one.total : 0), 0),
		mostFte: sums.mostFte,
		cellOf: (fn, place) => cellAt(sums, fn, place),
		costOf: ({ kind, slot }) =>
			costs()[kind === 'area' || kind === 'function' ? 'functions' : 'places'][slot] ?? null,
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
	const labels = foldedLabels(nodes);
	nodes.forEach(({ parent }, at) => {
		if ((parent >= 0 && isKept[parent] === 1) || labels[at]?.includes(query)) isKept[at] = 1;
	});
	nodes.forEach(({ kind, parent }, at) => {
		if (kind === 'function' && isKept[at] === 1 && parent >= 0) isKept[parent] = 1;
	});
	return isKept;
}

const folded = new WeakMap<readonly MatrixNode[], readonly string[]>();

/** The names as they are searched, made once for each edge: every letter typed asks for all of them. */
function foldedLabels(nodes: readonly MatrixNode[]): readonly string[] {
	const known = folded.get(nodes) ?? nodes.map(({ label }) => foldText(label));
	folded.set(nodes, known);
	return known;
}

/** As counted; of an area the number of its functions. */
function totalsOfFunctions(data: MatrixData, edge: Edge, { functions }: Sums): readonly EdgeTotal[] {
	const below = new Uint32Array(data.functions.length);
	data.functions.forEach(({ kind, parent }, at) => {
		if (kind === 'function' && edge.isKept[at] === 1) below[parent] = (below[parent] ?? 0) + 1;
	});
	return functions.map((one, at) =>
		data.functions[at]?.kind === 'area' ? { ...one, total: below[at] ?? 0 } : one,
	);
}

function cellAt({ rowAt }: Sums, { kind, slot: row }: MatrixEntry, { slot }: MatrixEntry): MatrixCell {
	const { cells, counts } = rowAt(row);
	const cell = cells[slot] ?? 0;
	if (cell === 0) return NOTHING;
	return {
		marks: marksIn(cell),
		count: kind === 'area' ? (counts[slot] ?? 0) : 1,
		fte: fteIn(cell),
	};
}

import {
	bandsOf,
	growRows,
	narrowBands,
	packLeaves,
	singleRows,
	type Group,
	type Rows,
	type ShownBelow,
} from './org-chart-rows.ts';
import { tidy } from './org-chart-tidy.ts';
import { ROUTE, type ChartTree } from './org-chart-types.ts';

/** Size of every box across the direction and along it. */
export interface BoxSize {
	readonly across: number;
	readonly along: number;
}

/** Room between boxes; half of `along` is where the lines branch. */
export const GAP = { across: 18, along: 38 } as const;

/** Corners of all nodes across and along the direction, by index in the tree; filled by the layouts. */
export interface Board {
	readonly across: Float64Array;
	readonly along: Float64Array;
	/** Sizes of the boxes. */
	readonly width: Float64Array;
	readonly length: Float64Array;
	readonly route: Uint8Array;
	readonly trunk: Float64Array;
}

export function emptyBoard(count: number, size: BoxSize): Board {
	return {
		across: new Float64Array(count),
		along: new Float64Array(count),
		width: new Float64Array(count).fill(size.across),
		length: new Float64Array(count).fill(size.along),
		route: new Uint8Array(count),
		trunk: new Float64Array(count),
	};
}

export interface PlaceOptions {
	/** Boxes side by side that the compact layout keeps to; null spreads every unit in a column of its own. */
	readonly columns: number | null;
	readonly size: BoxSize;
	readonly below: ShownBelow;
}

/** Tidy tree of the shown nodes; the first corner of the whole drawing is (0, 0). */
export function placeTree(tree: ChartTree, board: Board, options: PlaceOptions): void {
	const { columns, below, size } = options;
	const root = largestRoot(tree);
	if (root === undefined) return;
	if (columns === null) {
		const { nodes } = placeBand(singleRows(tree, below), board, size);
		return pushRight(nodes, board, -leftmost(nodes, board));
	}
	const arrange = packLeaves(tree, below, columns);
	const place = (groups: readonly Group[]) => placeBand(growRows(groups, arrange), board, size);
	const moved = placeRoot({ tree, root, board, options, place, arrange, widest: columns });
	pushRight(moved, board, -leftmost(moved, board));
}

/** The root with most below it, the first of equals. */
function largestRoot({ roots, descendants }: ChartTree): number | undefined {
	const below = (root: number) => descendants[root] ?? 0;
	return roots.reduce<number | undefined>(
		(largest, root) => (largest === undefined || below(root) > below(largest) ? root : largest),
		undefined,
	);
}

interface Band {
	readonly nodes: Int32Array;
	readonly width: number;
}

interface RootTask {
	readonly tree: ChartTree;
	readonly root: number;
	readonly board: Board;
	readonly options: PlaceOptions;
	readonly place: (groups: readonly Group[]) => Band;
	readonly arrange: (node: number) => readonly Group[];
	readonly widest: number;
}

/**
 * The root above the middle of its bands; the trunk to the lower bands runs down at the left of everything. Other roots
 * stand under all of that.
 */
function placeRoot({ tree, root, board, options, place, ...arrangement }: RootTask): readonly number[] {
	const { size, below } = options;
	const groups = below(root).length === 0 ? [] : bandsOf(tree, root, arrangement);
	const others = tree.roots.filter((other) => other !== root);
	const bands = [...groups, ...narrowBands(others, arrangement)].map(place);
	const widest = Math.max(size.across, ...bands.map((band) => band.width));
	let top = size.along + GAP.along;
	for (const [at, band] of bands.entries()) {
		const by = Math.round((widest - band.width) / 2);
		pushRight(band.nodes, board, by);
		let lowest = top;
		for (const node of band.nodes) {
			const isFirstRow = at === 0 && board.along[node] === 0;
			board.along[node] = (board.along[node] ?? 0) + top;
			lowest = Math.max(lowest, board.along[node] ?? 0);
			if (tree.parent[node] !== root) continue;
			board.route[node] = isFirstRow ? ROUTE.straight : ROUTE.over;
			board.trunk[node] = -GAP.across;
		}
		top = lowest + size.along + GAP.along;
	}
	const nodes = bands.flatMap((band) => [...band.nodes]);
	board.across[root] = overFirstRow(tree, root, board, nodes);
	return [root, ...nodes];
}

/** Over the middle of its direct subordinates in the first row. */
function overFirstRow(tree: ChartTree, root: number, board: Board, nodes: readonly number[]): number {
	let [low, high] = [Infinity, -Infinity];
	for (const node of nodes) {
		if (tree.parent[node] !== root || board.route[node] !== ROUTE.straight) continue;
		low = Math.min(low, board.across[node] ?? 0);
		high = Math.max(high, board.across[node] ?? 0);
	}
	return low > high ? 0 : Math.round((low + high) / 2);
}

/** Rows side by side with everything below them, the first corner at (0, 0). */
function placeBand(rows: Rows, board: Board, size: BoxSize): Band {
	const { centre, level } = tidy(rows);
	const step = { across: size.across + GAP.across, along: size.along + GAP.along };
	const { nodes, start } = rows;
	let [low, high] = [Infinity, -Infinity];
	for (let row = 1; row < rows.columns.length; row++) {
		const columns = rows.columns[row] ?? 1;
		const left = Math.round((centre[row] ?? 0) * step.across - (columns * step.across - GAP.across) / 2);
		const along = ((level[row] ?? 1) - 1) * step.along;
		const first = start[row] ?? 0;
		const end = start[row + 1] ?? 0;
		const last = left + (end - first - 1) * step.across;
		if (left < low) low = left;
		if (last > high) high = last;
		for (let at = first; at < end; at++) {
			const node = nodes[at] ?? 0;
			board.across[node] = left + (at - first) * step.across;
			board.along[node] = along;
			board.route[node] = routeTo(rows, row);
			board.trunk[node] = left - GAP.across / 2;
		}
	}
	if (nodes.length > 0) pushRight(nodes, board, -low);
	return { nodes, width: Math.max(0, high - low) + size.across };
}

function routeTo(rows: Rows, row: number): number {
	const inGrid = rows.inGrid[row] ?? -1;
	if (inGrid >= 0 && rows.columns[row] === 1) return ROUTE.beside;
	return inGrid > 0 ? ROUTE.over : ROUTE.straight;
}

function leftmost(nodes: ArrayLike<number>, board: Board): number {
	let low = Infinity;
	for (let at = 0; at < nodes.length; at++) {
		const node = nodes[at] ?? 0;
		const route = board.route[node];
		const isTrunk = route === ROUTE.over || route === ROUTE.beside;
		low = Math.min(low, board.across[node] ?? 0, isTrunk ? (board.trunk[node] ?? 0) : Infinity);
	}
	return low;
}

function pushRight(nodes: ArrayLike<number>, board: Board, by: number): void {
	for (let at = 0; at < nodes.length; at++) {
		const node = nodes[at] ?? 0;
		board.across[node] = (board.across[node] ?? 0) + by;
		board.trunk[node] = (board.trunk[node] ?? 0) + by;
	}
}

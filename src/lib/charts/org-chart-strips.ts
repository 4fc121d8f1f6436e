import type { Board } from './org-chart-place.ts';
import type { ShownBelow } from './org-chart-rows.ts';
import { ROUTE, type ChartTree } from './org-chart-types.ts';

/** Rows of the indented list, in pixels. */
export const LIST = { indent: 26, row: 34, gap: 4 } as const;
/** Icicle: pixels for one post, the least room of a cell, the room between cells, and a column of one that runs sideways. */
export const ICICLE = { perPost: 9, least: 28, gap: 2, column: 290 } as const;

/** One row under the other, each level further in. */
export function placeList(tree: ChartTree, board: Board, shown: Int32Array): void {
	for (const [row, node] of shown.entries()) {
		const depth = tree.depth[node] ?? 0;
		board.across[node] = depth * LIST.indent;
		board.along[node] = row * (LIST.row + LIST.gap);
		board.route[node] = ROUTE.beside;
		board.trunk[node] = (depth - 1) * LIST.indent + LIST.indent / 2;
	}
}

/**
 * Cells one beside the other, each as wide as its own posts and everything below it, but never too narrow to read.
 * Example: a unit with 2 own posts over one of 10 → 18 + 90 = 108 px.
 */
export function placeIcicle(tree: ChartTree, board: Board, shown: Int32Array, below: ShownBelow): void {
	for (const node of shown.toReversed()) board.width[node] = widthOf(tree, board, node, below(node));
	let rootAt = 0;
	for (const root of tree.roots) {
		board.across[root] = rootAt;
		rootAt += (board.width[root] ?? 0) + ICICLE.gap;
	}
	for (const node of shown) {
		board.along[node] = (tree.depth[node] ?? 0) * ((board.length[node] ?? 0) + ICICLE.gap);
		board.route[node] = ROUTE.none;
		let across = board.across[node] ?? 0;
		for (const child of Array.from(below(node))) {
			board.across[child] = across;
			across += (board.width[child] ?? 0) + ICICLE.gap;
		}
	}
}

function widthOf(tree: ChartTree, board: Board, node: number, below: ArrayLike<number>): number {
	let sum = Math.max(0, tree.units[node]?.weight ?? 0) * ICICLE.perPost;
	for (let at = 0; at < below.length; at++) sum += (board.width[below[at] ?? 0] ?? 0) + ICICLE.gap;
	return Math.max(ICICLE.least, Math.round(sum));
}

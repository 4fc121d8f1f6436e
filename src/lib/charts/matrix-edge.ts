import type { MatrixEntry, MatrixNode, MatrixSort } from './matrix.ts';

/** One edge after search and folding, by the places of its lines. */
export interface Edge {
	readonly isKept: Uint8Array;
	readonly isVisible: Uint8Array;
	readonly isShut: Uint8Array;
	/** The line that speaks for this one: itself, what it is folded into, or −1 when the search dropped it. */
	readonly target: Int32Array;
}

/** What the cells of a line come to. */
export interface EdgeTotal {
	readonly total: number;
	readonly accountable: number;
	/** Full posts of the counted work; null where none is known. */
	readonly fte: number | null;
}

/** How the lines of an edge follow each other, and which are left out. */
export interface EdgeOrder {
	readonly sort: MatrixSort;
	/** Keys put in their places by hand. */
	readonly order: readonly string[];
	readonly isLeftOut: (at: number) => boolean;
	/** What a line costs; asked for only when the edge is ordered by it. */
	readonly costAt: (at: number) => number | null;
}

/**
 * The visible lines of an edge from top to bottom. Sorting orders the children of one parent and leaves the tree as
 * it is: first what was put in its place by hand, then by the sort; equal ones keep the order of the act. A line under a
 * parent that the search dropped moves up.
 */
export function entriesOf(
	nodes: readonly MatrixNode[],
	edge: Edge,
	totals: readonly EdgeTotal[],
	{ sort, order, isLeftOut, costAt }: EdgeOrder,
): readonly MatrixEntry[] {
	const children = childrenOf(nodes);
	const weight = (at: number) => {
		if (sort === 'act') return 0;
		return (sort === 'cost' ? costAt(at) : totals[at]?.[sort]) ?? -1;
	};
	const ranks = new Map(order.map((key, rank) => [key, rank]));
	const rank = (at: number) => ranks.get(nodes[at]?.key ?? '') ?? order.length;
	const isAsGiven = sort === 'act' && order.length === 0;
	const entries: MatrixEntry[] = [];
	const walk = (parent: number, depth: number): void => {
		const own = children.get(parent) ?? [];
		const ordered = isAsGiven
			? own
			: [...own].sort((a, b) => rank(a) - rank(b) || weight(b) - weight(a) || a - b);
		for (const at of ordered) {
			const isShown = edge.isVisible[at] === 1 && !isLeftOut(at);
			if (isShown) entries.push(entryAt(at, depth));
			walk(at, isShown ? depth + 1 : depth);
		}
	};
	const entryAt = (at: number, depth: number): MatrixEntry => {
		const { key, label, kind } = nodes[at] ?? { key: '', label: '', kind: 'area' };
		const { total, accountable, fte } = totals[at] ?? NO_TOTAL;
		const hasChildren =
			kind === 'area' || (children.get(at) ?? []).some((child) => nodes[child]?.kind === 'unit');
		const isFolded = edge.isShut[at] === 1;
		return { key, label, kind, depth, hasChildren, isFolded, total, accountable, fte, slot: at };
	};
	walk(-1, 0);
	return entries;
}

function childrenOf(nodes: readonly MatrixNode[]): ReadonlyMap<number, readonly number[]> {
	const children = new Map<number, number[]>();
	nodes.forEach(({ parent }, at) => {
		const siblings = children.get(parent);
		if (siblings) siblings.push(at);
		else children.set(parent, [at]);
	});
	return children;
}

const NO_TOTAL: EdgeTotal = { total: 0, accountable: 0, fte: null };

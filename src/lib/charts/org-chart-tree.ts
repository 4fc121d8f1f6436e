import type { ChartTree, ChartUnit } from './org-chart-types.ts';

/**
 * The units as trees, siblings in the given order. Every unit stands there exactly once: one with an unknown superior
 * becomes a root, and a loop in bad data is opened at its first unit. Linear time, no recursion.
 */
export function chartTree(units: readonly ChartUnit[]): ChartTree {
	const indexOf = new Map<string, number>();
	for (let at = 0; at < units.length; at++) indexOf.set(units[at]?.key ?? '', at);
	const parent = new Int32Array(units.length);
	for (let at = 0; at < units.length; at++) {
		const above = units[at]?.parentKey ?? null;
		parent[at] = above === null ? -1 : (indexOf.get(above) ?? -1);
	}
	let below = childLists(parent);
	let ranked = ranks(parent, below);
	if (ranked.order.length < units.length) {
		openLoops(parent, below);
		below = childLists(parent);
		ranked = ranks(parent, below);
	}
	return { units, indexOf, parent, ...below, ...ranked };
}

/** Number of direct subordinates, folded or not. */
export function childCountOf({ childStart }: Pick<ChartTree, 'childStart'>, index: number): number {
	return (childStart[index + 1] ?? 0) - (childStart[index] ?? 0);
}

/** Direct subordinates in order. */
export function childrenOf({ childStart, children }: ChildLists, index: number): Int32Array {
	return children.subarray(childStart[index], childStart[index + 1]);
}

/** The unit with all its superiors, the root first. */
export function pathTo({ parent }: ChartTree, index: number): readonly number[] {
	const path: number[] = [];
	for (let at = index; at >= 0; at = parent[at] ?? -1) path.push(at);
	return path.reverse();
}

type ChildLists = Pick<ChartTree, 'childStart' | 'children'>;

function childLists(parent: Int32Array): ChildLists {
	const childStart = new Int32Array(parent.length + 1);
	for (const above of parent) if (above >= 0) childStart[above + 1] = (childStart[above + 1] ?? 0) + 1;
	for (let at = 0; at < parent.length; at++)
		childStart[at + 1] = (childStart[at + 1] ?? 0) + (childStart[at] ?? 0);
	const next = childStart.slice();
	const children = new Int32Array(childStart[parent.length] ?? 0);
	for (let at = 0; at < parent.length; at++) {
		const above = parent[at] ?? -1;
		if (above < 0) continue;
		const slot = next[above] ?? 0;
		children[slot] = at;
		next[above] = slot + 1;
	}
	return { childStart, children };
}

/** Makes the first unit of each loop a root. */
function openLoops(parent: Int32Array, below: ChildLists): void {
	const seen = new Uint8Array(parent.length);
	const claim = (first: number) => {
		const open = [first];
		for (let at = open.pop(); at !== undefined; at = open.pop()) {
			if (seen[at]) continue;
			seen[at] = 1;
			for (const child of childrenOf(below, at)) open.push(child);
		}
	};
	for (let at = 0; at < parent.length; at++) if (parent[at] === -1) claim(at);
	for (let at = 0; at < parent.length; at++) {
		if (seen[at]) continue;
		parent[at] = -1;
		claim(at);
	}
}

type Ranks = Pick<ChartTree, 'roots' | 'order' | 'depth' | 'position' | 'siblings' | 'descendants'>;

/** Ranks of everything that hangs on a root; `order` is shorter than the list where a loop hangs on none. */
function ranks(parent: Int32Array, { childStart, children }: ChildLists): Ranks {
	const size = parent.length;
	const roots: number[] = [];
	for (let at = 0; at < size; at++) if (parent[at] === -1) roots.push(at);
	const [order, open, depth] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
	const [position, siblings] = [new Int32Array(size), new Int32Array(size)];
	let [count, waiting] = [0, 0];
	const push = (list: ArrayLike<number>, from: number, to: number, level: number) => {
		for (let at = to - 1; at >= from; at--) {
			const index = list[at] ?? 0;
			position[index] = at - from + 1;
			siblings[index] = to - from;
			depth[index] = level;
			open[waiting++] = index;
		}
	};
	push(roots, 0, roots.length, 0);
	while (waiting > 0) {
		const at = open[--waiting] ?? 0;
		order[count++] = at;
		push(children, childStart[at] ?? 0, childStart[at + 1] ?? 0, (depth[at] ?? 0) + 1);
	}
	const descendants = new Int32Array(size);
	for (let rank = count - 1; rank >= 0; rank--) {
		const at = order[rank] ?? 0;
		const above = parent[at] ?? -1;
		if (above >= 0) descendants[above] = (descendants[above] ?? 0) + (descendants[at] ?? 0) + 1;
	}
	return { roots, order: order.subarray(0, count), depth, position, siblings, descendants };
}

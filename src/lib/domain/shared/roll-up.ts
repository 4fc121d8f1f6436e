import type { TreeItem } from './tree.ts';

/**
 * Own values summed over each subtree, in one pass from the leaves up. Items that hang on an unknown parent
 * count for themselves and what is below them; those of a loop in bad data count for themselves. The shape
 * of a list of items is worked out once and kept as long as the list lives, so the next sum over it is a
 * pass over numbers. Example: a directorate with 1 post over departments with 4 and 6 posts is 11.
 */
export function rollUp<Key extends string, Item extends TreeItem<Key>>(
	items: readonly Item[],
	own: (item: Item) => number,
): ReadonlyMap<Key, number> {
	const shape = shapeOf<Key>(items);
	const totals = new Float64Array(items.length);
	for (let at = 0; at < items.length; at++) {
		const item = items[at];
		if (item) totals[at] = own(item);
	}
	for (const at of shape.leavesFirst) {
		const above = shape.parents[at] ?? NOWHERE;
		if (above !== NOWHERE) totals[above] = (totals[above] ?? 0) + (totals[at] ?? 0);
	}
	return columnByKey(shape.positions, totals);
}

const NOWHERE = -1;

interface Shape<Key extends string> {
	readonly positions: ReadonlyMap<Key, number>;
	/** Position of the parent of each item, or −1. */
	readonly parents: Int32Array;
	/** Positions such that every item stands after all that is below it; without those of a loop. */
	readonly leavesFirst: Int32Array;
}

const shapes = new WeakMap<readonly unknown[], Shape<string>>();

function shapeOf<Key extends string>(items: readonly TreeItem<Key>[]): Shape<Key> {
	const known = shapes.get(items) as Shape<Key> | undefined;
	if (known) return known;
	const positions = new Map(items.map((item, at) => [item.key, at]));
	const parents = Int32Array.from(items, ({ parentKey }) =>
		parentKey === null ? NOWHERE : (positions.get(parentKey) ?? NOWHERE),
	);
	const shape = { positions, parents, leavesFirst: leavesFirst(parents) };
	shapes.set(items, shape);
	return shape;
}

function leavesFirst(parents: Int32Array): Int32Array {
	const waiting = new Int32Array(parents.length);
	for (const above of parents) if (above !== NOWHERE) waiting[above] = (waiting[above] ?? 0) + 1;
	const order = new Int32Array(parents.length);
	let filled = 0;
	for (let at = 0; at < parents.length; at++) if (waiting[at] === 0) order[filled++] = at;
	for (let next = 0; next < filled; next++) {
		const above = parents[order[next] ?? 0] ?? NOWHERE;
		if (above === NOWHERE) continue;
		waiting[above] = (waiting[above] ?? 0) - 1;
		if (waiting[above] === 0) order[filled++] = above;
	}
	return order.subarray(0, filled);
}

/** A map from keys to the numbers at their positions, without copying either. */
function columnByKey<Key extends string>(
	positions: ReadonlyMap<Key, number>,
	column: Float64Array,
): ReadonlyMap<Key, number> {
	const valueAt = (at: number) => column[at] ?? 0;
	const get = (key: Key) => {
		const at = positions.get(key);
		return at === undefined ? undefined : valueAt(at);
	};
	function* values(): Generator<number, undefined> {
		for (const at of positions.values()) yield valueAt(at);
	}
	function* entries(): Generator<[Key, number], undefined> {
		for (const [key, at] of positions) yield [key, valueAt(at)];
	}
	const view: ReadonlyMap<Key, number> = {
		size: positions.size,
		has: (key) => positions.has(key),
		get,
		keys: () => positions.keys(),
		values,
		entries,
		[Symbol.iterator]: entries,
		forEach: (visit) => positions.forEach((at, key) => visit(valueAt(at), key, view)),
	};
	return view;
}

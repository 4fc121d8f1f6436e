import type { ChartUnit } from './org-chart-types.ts';

/** A unit in the drawn tree with its visible subordinates. */
export interface ChartNode {
	readonly unit: ChartUnit;
	/** Key of the drawn superior; null for a root, also when the given superior does not exist. */
	readonly parentKey: string | null;
	readonly depth: number;
	readonly position: number;
	readonly siblings: number;
	/** Visible subordinates; empty when folded. */
	readonly children: readonly ChartNode[];
	readonly childCount: number;
	readonly descendants: number;
}

/**
 * The units as trees, siblings in the given order. Every unit is drawn exactly once: one with an unknown superior
 * becomes a root, and a loop in bad data is opened at its first unit.
 */
export function chartForest(
	units: readonly ChartUnit[],
	collapsed: ReadonlySet<string>,
): readonly ChartNode[] {
	const known = new Set(units.map((unit) => unit.key));
	const below = Map.groupBy(units, (unit) =>
		unit.parentKey !== null && known.has(unit.parentKey) ? unit.parentKey : null,
	);
	const grow: Growth = { below, collapsed, seen: new Set() };
	const roots = claim(grow, below.get(null) ?? []);
	const trees = roots.map((unit, at) =>
		nodeOf(grow, unit, { parentKey: null, depth: 0, at, of: roots.length }),
	);
	const looped = units
		.filter((unit) => !grow.seen.has(unit.key))
		.flatMap((unit) =>
			claim(grow, [unit]).map((root) => nodeOf(grow, root, { parentKey: null, depth: 0, at: 0, of: 1 })),
		);
	return [...trees, ...looped];
}

interface Growth {
	readonly below: ReadonlyMap<string | null, readonly ChartUnit[]>;
	readonly collapsed: ReadonlySet<string>;
	readonly seen: Set<string>;
}

interface Seat {
	readonly parentKey: string | null;
	readonly depth: number;
	readonly at: number;
	readonly of: number;
}

/** Takes the units that nobody has drawn yet. */
function claim(grow: Growth, units: readonly ChartUnit[]): readonly ChartUnit[] {
	const free = units.filter((unit) => !grow.seen.has(unit.key));
	for (const unit of free) grow.seen.add(unit.key);
	return free;
}

function nodeOf(grow: Growth, unit: ChartUnit, seat: Seat): ChartNode {
	const own = claim(grow, grow.below.get(unit.key) ?? []);
	const children = own.map((child, at) =>
		nodeOf(grow, child, { parentKey: unit.key, depth: seat.depth + 1, at, of: own.length }),
	);
	return {
		unit,
		parentKey: seat.parentKey,
		depth: seat.depth,
		position: seat.at + 1,
		siblings: seat.of,
		children: grow.collapsed.has(unit.key) ? [] : children,
		childCount: own.length,
		descendants: children.reduce((sum, child) => sum + 1 + child.descendants, 0),
	};
}

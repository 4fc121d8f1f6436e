import type { OrgUnit } from '../org/index.ts';
import { depthFirst, type UnitKey } from '../shared/index.ts';
import type { StructureOverlap } from './structure-overlaps.ts';

/** Unit × unit: how many pairs two units have in common. */
export interface UnitMatrix {
	/** Units with at least one pair, in the order of the structure. */
	readonly units: readonly UnitKey[];
	/** Cells with at least one pair; row before column in the order of `units`, the diagonal is inside a unit. */
	readonly cells: readonly UnitMatrixCell[];
}

export interface UnitMatrixCell {
	readonly row: UnitKey;
	readonly column: UnitKey;
	readonly count: number;
	/** Highest score, 0–1. */
	readonly score: number;
}

/** Counts pairs and repetitions by the units of their functions; functions without a unit are left out. */
export function computeUnitMatrix(units: readonly OrgUnit[], pairs: readonly StructureOverlap[]): UnitMatrix {
	const ordered = depthFirst<UnitKey, OrgUnit>(units).map(({ item }) => item.key);
	const order = new Map(ordered.map((key, at) => [key, at]));
	const cells = new Map<string, UnitMatrixCell>();
	for (const { a, b, score } of pairs) {
		if (a.unitKey === null || b.unitKey === null) continue;
		const isOrdered = (order.get(a.unitKey) ?? 0) <= (order.get(b.unitKey) ?? 0);
		const [row, column] = isOrdered ? [a.unitKey, b.unitKey] : [b.unitKey, a.unitKey];
		const known = cells.get(`${row} ${column}`);
		cells.set(`${row} ${column}`, {
			row,
			column,
			count: (known?.count ?? 0) + 1,
			score: Math.max(known?.score ?? 0, score),
		});
	}
	const touched = new Set([...cells.values()].flatMap(({ row, column }) => [row, column]));
	return {
		units: ordered.filter((key) => touched.has(key)),
		cells: [...cells.values()].sort(
			(x, y) =>
				(order.get(x.row) ?? 0) - (order.get(y.row) ?? 0) ||
				(order.get(x.column) ?? 0) - (order.get(y.column) ?? 0),
		),
	};
}

/**
 * Units so that those with common pairs stand together: first the largest group that pairs join, and in a group the unit
 * with most pairs, then always the one with most pairs with those already placed; ties in the order given. Example: А–В 5,
 * А–Б 1, Г–Д 9 → А, В, Б, Г, Д.
 */
export function orderByCluster({ units, cells }: UnitMatrix): readonly UnitKey[] {
	const weights = new Map<UnitKey, Map<UnitKey, number>>(units.map((key) => [key, new Map()]));
	for (const { row, column, count } of cells) {
		for (const [one, other] of [
			[row, column],
			[column, row],
		] as const)
			weights.get(one)?.set(other, (weights.get(one)?.get(other) ?? 0) + count);
	}
	const groups: UnitKey[][] = [];
	const left = new Set(units);
	while (left.size > 0) {
		const group: UnitKey[] = [];
		const near = new Map<UnitKey, number>();
		let next = mostOf(left, (key) => sumOf(weights.get(key)));
		while (next !== undefined) {
			group.push(next);
			left.delete(next);
			near.delete(next);
			for (const [key, count] of weights.get(next) ?? [])
				if (left.has(key)) near.set(key, (near.get(key) ?? 0) + count);
			next = mostOf(
				units.filter((key) => near.has(key)),
				(key) => near.get(key) ?? 0,
			);
		}
		groups.push(group);
	}
	return groups.sort((a, b) => b.length - a.length).flat();
}

function mostOf(keys: Iterable<UnitKey>, weightOf: (key: UnitKey) => number): UnitKey | undefined {
	let best: UnitKey | undefined;
	for (const key of keys) if (best === undefined || weightOf(key) > weightOf(best)) best = key;
	return best;
}

function sumOf(weights: ReadonlyMap<UnitKey, number> = new Map()): number {
	return [...weights.values()].reduce((sum, count) => sum + count, 0);
}

import { childrenOf } from './org-chart-tree.ts';
import type { ChartUnit, OrgChartLayout } from './org-chart-types.ts';

/** Where a step leads: to the superior, to the first subordinate, along the siblings, or along the reading order. */
export type Direction = 'parent' | 'child' | 'previous' | 'next' | 'first' | 'last' | 'before' | 'after';

/** The key of the box that a step leads to; undefined where there is none. */
export function neighbourOf(layout: OrgChartLayout, key: string, direction: Direction): string | undefined {
	const { tree, shown, placeOf } = layout;
	const node = tree.indexOf.get(key) ?? -1;
	const place = placeOf[node] ?? -1;
	const keyOf = (index: number | undefined) => (index === undefined ? undefined : tree.units[index]?.key);
	if (place < 0 || direction === 'first') return keyOf(shown[0]);
	switch (direction) {
		case 'last':
			return keyOf(shown.at(-1));
		case 'parent':
			return keyOf(tree.parent[node]);
		case 'child': {
			const [first] = childrenOf(tree, node);
			return first !== undefined && (placeOf[first] ?? -1) >= 0 ? keyOf(first) : undefined;
		}
		case 'before':
			return keyOf(shown[place - 1]);
		case 'after':
			return keyOf(shown[place + 1]);
		default:
			return keyOf(siblingOf(layout, node, direction === 'next' ? 1 : -1));
	}
}

/** Keys for the arrows by how the chart runs: a list is walked line by line, the others as they are drawn. */
export function arrowsOf({
	options: { layout, direction },
}: OrgChartLayout): Readonly<Record<string, Direction>> {
	if (layout === 'list')
		return { ArrowUp: 'before', ArrowDown: 'after', ArrowLeft: 'parent', ArrowRight: 'child' };
	switch (direction) {
		case 'down':
			return { ArrowUp: 'parent', ArrowDown: 'child', ArrowLeft: 'previous', ArrowRight: 'next' };
		case 'up':
			return { ArrowUp: 'child', ArrowDown: 'parent', ArrowLeft: 'previous', ArrowRight: 'next' };
		case 'right':
			return { ArrowUp: 'previous', ArrowDown: 'next', ArrowLeft: 'parent', ArrowRight: 'child' };
		case 'left':
			return { ArrowUp: 'previous', ArrowDown: 'next', ArrowLeft: 'child', ArrowRight: 'parent' };
	}
}

/** The folded units that must open so that all the found units can be seen. */
export function visibleWhenSearched(
	units: readonly ChartUnit[],
	collapsed: ReadonlySet<string>,
	found: ReadonlySet<string>,
): ReadonlySet<string> {
	const parentOf = new Map(units.map((unit) => [unit.key, unit.parentKey]));
	const open = new Set<string>();
	for (const key of found) {
		for (let above = parentOf.get(key) ?? null; above !== null && !open.has(above);) {
			open.add(above);
			above = parentOf.get(above) ?? null;
		}
	}
	return new Set([...collapsed].filter((key) => !open.has(key)));
}

function siblingOf({ tree }: OrgChartLayout, node: number, step: 1 | -1): number | undefined {
	const above = tree.parent[node] ?? -1;
	const siblings = above < 0 ? tree.roots : childrenOf(tree, above);
	return siblings[(tree.position[node] ?? 1) - 1 + step];
}

import { childrenOf } from './org-chart-tree.ts';
import type { OrgChartLayout } from './org-chart-types.ts';

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

/**
 * The next box in reading order whose name begins with the letters typed, round from the end to the start; with more
 * than one letter the box that the walk stands on may be it itself. Undefined where no name begins so.
 */
export function nextNamed(layout: OrgChartLayout, key: string, typed: string): string | undefined {
	const { tree, shown, placeOf } = layout;
	const place = placeOf[tree.indexOf.get(key) ?? -1] ?? -1;
	const from = typed.length > 1 ? Math.max(0, place) : place + 1;
	const begins = typed.toLocaleLowerCase('bg');
	const ordered = Array.from(shown, (_, step) => tree.units[shown[(from + step) % shown.length] ?? 0]);
	return ordered.find((unit) => unit?.label.toLocaleLowerCase('bg').startsWith(begins))?.key;
}

/** How many of the found units are folded away below each unit that is drawn; units without any are left out. */
export function hitsBelow(
	{ tree, placeOf }: Pick<OrgChartLayout, 'tree' | 'placeOf'>,
	found: ReadonlySet<string>,
): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const key of found) {
		const node = tree.indexOf.get(key) ?? -1;
		if (node < 0 || (placeOf[node] ?? -1) >= 0) continue;
		let above = tree.parent[node] ?? -1;
		while (above >= 0 && (placeOf[above] ?? -1) < 0) above = tree.parent[above] ?? -1;
		const shown = tree.units[above]?.key;
		if (shown !== undefined) counts.set(shown, (counts.get(shown) ?? 0) + 1);
	}
	return counts;
}

function siblingOf({ tree }: OrgChartLayout, node: number, step: 1 | -1): number | undefined {
	const above = tree.parent[node] ?? -1;
	const siblings = above < 0 ? tree.roots : childrenOf(tree, above);
	return siblings[(tree.position[node] ?? 1) - 1 + step];
}

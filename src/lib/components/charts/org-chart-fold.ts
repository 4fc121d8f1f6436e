import {
	childCountOf,
	pathTo,
	type ChartBox,
	type ChartTree,
	type OrgChartOptions,
} from '#lib/charts/org-chart.ts';

/** Where the button that folds the subordinates stands, from the corner of the box: where its line leaves. */
export function foldPlace(
	{ width, height }: ChartBox,
	{ layout, direction }: Pick<OrgChartOptions, 'layout' | 'direction'>,
): { readonly x: number; readonly y: number } {
	if (layout === 'list') return { x: 13, y: height };
	if (layout === 'icicle') return { x: width - 12, y: height - 12 };
	switch (direction) {
		case 'down':
			return { x: width / 2, y: height };
		case 'up':
			return { x: width / 2, y: 0 };
		case 'right':
			return { x: width, y: height / 2 };
		case 'left':
			return { x: 0, y: height / 2 };
	}
}

/** A circle with − for what is unfolded and + for what is folded. */
export function foldPath(isCollapsed: boolean): string {
	return `M-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0M-4 0H4${isCollapsed ? 'M0 -4V4' : ''}`;
}

/** Keys of the folded units. */
export type Folded = ReadonlySet<string>;

export const NOTHING_FOLDED: Folded = new Set();

export function asFolded(keys: Iterable<string>): Folded {
	return new Set(keys);
}

/** One unit folded or unfolded. */
export function toggled(folded: Folded, key: string): Folded {
	return folded.symmetricDifference(new Set([key]));
}

/** A unit and those beside it unfolded. */
export function levelUnfolded(folded: Folded, { parent, units }: ChartTree, node: number): Folded {
	const beside = units.filter((_, at) => parent[at] === parent[node]).map(({ key }) => key);
	return folded.difference(new Set(beside));
}

/** All that stands above a unit unfolded; the same set when nothing of it was folded. */
export function unfoldedTo(folded: Folded, tree: ChartTree, node: number): Folded {
	const above = pathTo(tree, node).slice(0, -1);
	const keys = new Set(above.map((one) => tree.units[one]?.key ?? ''));
	return folded.isDisjointFrom(keys) ? folded : folded.difference(keys);
}

/** Whether a unit has anything to fold. */
export function hasBelow(tree: ChartTree, node: number): boolean {
	return node >= 0 && childCountOf(tree, node) > 0;
}

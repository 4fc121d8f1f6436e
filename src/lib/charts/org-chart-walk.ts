import type { ChartBox, ChartUnit, OrgChartLayout } from './org-chart-types.ts';

/** Where an arrow key leads: up to the superior, down to the first subordinate, along the siblings. */
export type Direction = 'parent' | 'child' | 'previous' | 'next' | 'first' | 'last';

/** The key of the box that a step leads to; undefined where there is none. */
export function neighbourOf(layout: OrgChartLayout, key: string, direction: Direction): string | undefined {
	const box = layout.boxes.find((candidate) => candidate.key === key);
	if (!box) return layout.boxes[0]?.key;
	if (direction === 'first') return layout.boxes[0]?.key;
	if (direction === 'last') return layout.boxes.at(-1)?.key;
	if (direction === 'parent') return box.parentKey ?? undefined;
	if (direction === 'child') return layout.boxes.find((candidate) => candidate.parentKey === key)?.key;
	return siblingOf(layout.boxes, box, direction === 'next' ? 1 : -1);
}

function siblingOf(boxes: readonly ChartBox[], box: ChartBox, step: 1 | -1): string | undefined {
	const siblings = boxes.filter((candidate) => candidate.parentKey === box.parentKey);
	return siblings[siblings.indexOf(box) + step]?.key;
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

import type { ChartBox, ChartTree } from '#lib/charts/org-chart.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ChartMark } from './org-chart-marks.ts';

/** What stands in a box and where it stands, in a sentence; undefined where there is no box. */
export function saidOfBox(
	box: ChartBox | undefined,
	marks: ReadonlyMap<string, ChartMark> | undefined,
): string | undefined {
	if (!box) return undefined;
	const { label: name, depth, position, siblings } = box;
	const facts = marks?.get(box.key)?.spoken ?? '';
	return m.structure_chart_said_box({ name, level: depth + 1, position, siblings, facts });
}

/** That a unit was folded or unfolded, and how much is below it. */
export function saidOfFold({ units, descendants }: ChartTree, node: number, isFolded: boolean): string {
	const words = { name: units[node]?.label ?? '', count: descendants[node] ?? 0 };
	return isFolded ? m.structure_chart_said_folded(words) : m.structure_chart_said_unfolded(words);
}

import type { ChartTree, OrgChartLayout } from '#lib/charts/org-chart.ts';
import { hasBelow, levelUnfolded, type Folded } from './org-chart-fold.ts';
import { actOf, type ChartAct } from './org-chart-keys.ts';
import type { OrgChartState } from './org-chart-state.svelte.ts';

/** What the keys of a chart work on. */
export interface Pressed {
	readonly chart: OrgChartState;
	readonly tree: ChartTree;
	readonly layout: OrgChartLayout;
	/** The box with the focus. */
	readonly current: string | null;
	readonly fold: (key: string) => void;
	/** Folds what is given and nothing else. */
	readonly refold: (folded: Folded) => void;
	readonly say: () => void;
	/** Opens the page of the box. */
	readonly open: () => void;
	readonly onselect: ((key: string) => void) | undefined;
	readonly onsearch: (() => void) | undefined;
}

/** Does what a key means in a chart; false when the key is left to the browser. */
export function press(event: KeyboardEvent, on: Pressed): boolean {
	if (event.ctrlKey || event.metaKey || event.altKey) return false;
	const act = actOf(event.key, on.layout);
	if (act === undefined) return false;
	switch (act.kind) {
		case 'zoom':
			on.chart.zoom(on.layout, act.direction);
			return true;
		case 'fit':
			on.chart.fit(on.layout);
			return true;
		case 'search':
			on.onsearch?.();
			return on.onsearch !== undefined;
		case 'enter':
			return enter(event, on);
		default:
			walk(act, event, on);
			return true;
	}
}

/** Enter folds what has something below it; on the rest, and with Shift, it opens the page of the box. */
function enter(event: KeyboardEvent, { tree, current, fold, open }: Pressed): boolean {
	if (current === null) return false;
	const isBranch = hasBelow(tree, tree.indexOf.get(current) ?? -1);
	if (!event.shiftKey && !isBranch) return false;
	if (event.shiftKey) open();
	else fold(current);
	return true;
}

function walk(act: ChartAct, event: KeyboardEvent, on: Pressed): void {
	const { chart, layout, tree, current, refold } = on;
	if (act.kind === 'step') chart.step(layout, act.direction);
	else if (act.kind === 'letter') chart.typeAhead(layout, event.key, event.timeStamp);
	else if (act.kind === 'level')
		refold(levelUnfolded(chart.folded, tree, tree.indexOf.get(current ?? '') ?? -1));
	else if (current !== null) on.onselect?.(current);
	on.say();
}

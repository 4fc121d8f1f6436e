import type { ChartUnit } from '#lib/charts/org-chart.ts';
import type { ChartDrag } from './chart-drag.svelte.ts';
import { foldedBy, keyOf } from './org-chart-keys.ts';

/** Whether the pointer takes up a box that may lead somewhere; everything else moves the drawing. */
export function isLifted(event: PointerEvent, unit: ChartUnit | undefined, drag: ChartDrag | null): boolean {
	if (unit === undefined || unit.change === 'closed' || foldedBy(event) !== undefined) return false;
	return drag?.press(event, { key: unit.key, label: unit.label }) === true;
}

/** What a click in a chart means. */
export interface ChartClick {
	/** The box whose round button was clicked. */
	readonly toFold: string | undefined;
	/** The box is chosen and not opened; with Ctrl or by the keyboard it opens. */
	readonly isChoice: boolean;
	readonly isOpening: boolean;
}

/** A click that ends a drag means nothing. */
export function clickOf(
	event: MouseEvent,
	on: { readonly wasDragged: boolean; readonly chooses: boolean },
): ChartClick {
	const isOnBox = keyOf(event) !== undefined;
	const isChoice = isOnBox && on.chooses && event.detail === 1 && !event.ctrlKey && !event.metaKey;
	return {
		toFold: on.wasDragged ? undefined : foldedBy(event),
		isChoice,
		isOpening: !isOnBox || (!on.wasDragged && !isChoice),
	};
}

import type { ChartDirection, ChartLayoutKind, ChartRelation, ChartUnit } from '#lib/charts/org-chart.ts';
import type { ChartDrag } from './chart-drag.svelte.ts';
import type { ChartMark } from './org-chart-marks.ts';

/** What a page tells an organisation chart. */
export interface OrgChartProps {
	units: readonly ChartUnit[];
	/** What the chart shows, read out as the name of the tree. */
	label: string;
	/** Words and colour of the chosen lens by unit key. */
	marks?: ReadonlyMap<string, ChartMark> | undefined;
	/** Keys that a search found; the others are dimmed. Null without a search. */
	found?: ReadonlySet<string> | null;
	/** Keys of a path to be seen; the others are dimmed. Null without one. */
	path?: ReadonlySet<string> | null;
	/** Address of a unit. */
	hrefOf?: ((key: string) => string | undefined) | undefined;
	/** Units folded at first. */
	folded?: readonly string[];
	/** Greatest height of the window in pixels. */
	maxHeight?: number;
	layout?: ChartLayoutKind;
	direction?: ChartDirection;
	/** Dotted lines over the boxes. */
	relations?: readonly ChartRelation[];
	/** A unit to bring into sight and to go on from. */
	target?: string | null;
	/** Another unit is chosen. When given, a click chooses instead of opening; Enter still opens. */
	onselect?: ((key: string) => void) | undefined;
	/** Lets boxes be dragged onto each other. Null where nothing may be moved. */
	drag?: ChartDrag | null;
	/** The menu of a box is asked for: by the right button, Shift+F10 or the key for it. */
	onmenu?: ((key: string) => void) | undefined;
	/** „/“ was pressed: goes to the search beside the chart, where there is one. */
	onsearch?: (() => void) | undefined;
	/** The part in sight at first, as it was told before; null for the usual one. */
	sight?: string | null;
	/** The part in sight as the person leaves it; null for the usual one. */
	onsight?: ((sight: string | null) => void) | undefined;
	/** The folded units as the person leaves them. */
	onfold?: ((folded: ReadonlySet<string>) => void) | undefined;
}

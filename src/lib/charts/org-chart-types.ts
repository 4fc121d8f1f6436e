/** What happened to a unit between two structures; drawn with a sign and a word, never by colour alone. */
export type ChartChange = 'new' | 'closed' | 'moved' | 'changed';

/** A unit as the chart needs it; made from `OrgUnit`s by `chartUnits` or from a comparison of two structures. */
export interface ChartUnit {
	readonly key: string;
	readonly parentKey: string | null;
	/** The whole name; the box shows up to four lines of it. */
	readonly label: string;
	/** Leaves of one group and one parent may be packed together in a grid. */
	readonly group: string;
	/** True for mayoralties, mayoral offices and units outside the administration: they stand at the bottom. */
	readonly isApart: boolean;
	readonly change: ChartChange | null;
	/** For a moved unit: the unit it stood under before. An arc is drawn from there. */
	readonly movedFromKey: string | null;
}

export interface OrgChartOptions {
	/** Units whose subordinates are folded away. */
	readonly collapsed: ReadonlySet<string>;
	/** Width of every box in pixels. */
	readonly boxWidth: number;
	/** Lines of the name at most. */
	readonly maxLines: number;
	/** Font size of the name in pixels. */
	readonly fontSize: number;
}

/** A drawn box. All boxes of a chart have one size; the order of the act is kept. */
export interface ChartBox {
	readonly key: string;
	readonly parentKey: string | null;
	readonly label: string;
	/** The label broken into lines. */
	readonly lines: readonly string[];
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** 0 for the roots; `aria-level` is one more. */
	readonly depth: number;
	/** Place among the siblings, from 1, and their number, for `aria-posinset` and `aria-setsize`. */
	readonly position: number;
	readonly siblings: number;
	readonly childCount: number;
	readonly isCollapsed: boolean;
	/** Everything below, folded or not. */
	readonly descendants: number;
	readonly change: ChartChange | null;
}

/** An orthogonal line from a box to the box above it. */
export interface ChartLink {
	readonly key: string;
	readonly path: string;
	readonly change: ChartChange | null;
}

/** A curve from where a moved unit stood to where it stands now. */
export interface ChartArc {
	readonly key: string;
	readonly path: string;
}

export interface ChartBounds {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface OrgChartLayout {
	/** In reading order: a parent before its subordinates, siblings in the order of the act. */
	readonly boxes: readonly ChartBox[];
	readonly links: readonly ChartLink[];
	readonly arcs: readonly ChartArc[];
	readonly bounds: ChartBounds;
	/** Pixels of a line of the name, for the drawing. */
	readonly lineHeight: number;
}

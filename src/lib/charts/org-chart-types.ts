/** What happened to a unit between two structures; drawn with a sign and a word, never by colour alone. */
export type ChartChange = 'new' | 'closed' | 'moved' | 'changed';

/** A unit, or a post in a unit, as the chart needs it. */
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
	/** Own posts, by which the icicle gives room; absent counts as 0. */
	readonly weight?: number;
}

export const CHART_LAYOUTS = ['compact', 'wide', 'list', 'icicle'] as const;
/**
 * `compact` packs leaves into grids, `wide` gives each its own column, `list` indents rows one under the other,
 * `icicle` gives room by posts.
 */
export type ChartLayoutKind = (typeof CHART_LAYOUTS)[number];

export const CHART_DIRECTIONS = ['down', 'right', 'up', 'left'] as const;
/** Where subordinates stand from their superior. A list always runs down. */
export type ChartDirection = (typeof CHART_DIRECTIONS)[number];

export interface OrgChartOptions {
	readonly layout: ChartLayoutKind;
	readonly direction: ChartDirection;
	/** Units whose subordinates are folded away. */
	readonly collapsed: ReadonlySet<string>;
	/** Width of every box in pixels. */
	readonly boxWidth: number;
	/** Boxes side by side that the window can show readably, for the compact layout. */
	readonly columns: number;
	/** Lines of the name at least, so that several drawings have boxes of one size, and at most. */
	readonly minLines: number;
	readonly maxLines: number;
	/** Font size of the name in pixels. */
	readonly fontSize: number;
}

/** Units as trees in flat arrays by index; the index of a unit is its place in the given list. */
export interface ChartTree {
	readonly units: readonly ChartUnit[];
	readonly indexOf: ReadonlyMap<string, number>;
	/** Index of the superior; −1 for a root, also when the given superior does not exist. */
	readonly parent: Int32Array;
	/** Indexes of the children of `i` stand in `children` from `childStart[i]` up to `childStart[i + 1]`. */
	readonly childStart: Int32Array;
	readonly children: Int32Array;
	readonly roots: readonly number[];
	/** All indexes, each superior before what is below it, siblings in the given order. */
	readonly order: Int32Array;
	readonly depth: Int32Array;
	/** Place among the siblings, from 1, and their number. */
	readonly position: Int32Array;
	readonly siblings: Int32Array;
	/** Everything below. */
	readonly descendants: Int32Array;
}

/** A drawn box. All boxes of a chart have one size, but for the icicle; the order of the act is kept. */
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

/** Lines from a superior to subordinates; one path for all, and one for each subordinate with a change. */
export interface ChartLink {
	/** The superior, or the subordinate where `change` is set. */
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

/**
 * Where everything stands, in flat arrays by place: place 0 is the first shown node in reading order (a parent before
 * its subordinates, siblings in the order of the act). Boxes and lines are made from it for the part in sight alone.
 */
export interface OrgChartLayout {
	readonly tree: ChartTree;
	readonly options: OrgChartOptions;
	/** Index in the tree by place. */
	readonly shown: Int32Array;
	/** Place by index in the tree, −1 for what is folded away. */
	readonly placeOf: Int32Array;
	/** Upper left corner and size by place. */
	readonly x: Float64Array;
	readonly y: Float64Array;
	readonly width: Float64Array;
	readonly height: Float64Array;
	/** How the line comes from the superior, by place. */
	readonly routes: Routes;
	/** Size of the drawing across the direction and along it, without margins. */
	readonly extent: { readonly across: number; readonly along: number };
	readonly bounds: ChartBounds;
	/** Pixels of a line of the name, for the drawing. */
	readonly lineHeight: number;
}

/** Straight to the box, down a trunk beside a grid and into the top (`OVER`) or into the side (`BESIDE`), or none. */
export const ROUTE = { straight: 0, over: 1, beside: 2, none: 3 } as const;

export interface Routes {
	readonly kind: Uint8Array;
	/** Where the trunk stands across the direction. */
	readonly trunk: Float64Array;
}

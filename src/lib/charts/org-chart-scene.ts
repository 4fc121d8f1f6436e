import { drawArcs, drawLinks } from './org-chart-links.ts';
import { wrapText } from './org-chart-text.ts';
import { childCountOf } from './org-chart-tree.ts';
import type { ChartArc, ChartBounds, ChartBox, ChartLink, OrgChartLayout } from './org-chart-types.ts';
import type { View } from './org-chart-view.ts';

/** `full` boxes with all their words; `plain` ones with two lines of the name alone; `far` one path for all boxes. */
export type Detail = 'full' | 'plain' | 'far';

/** The part of the drawing that stands in the document: larger than what is in sight, so that small moves need nothing new. */
export interface SceneWindow extends ChartBounds {
	readonly detail: Detail;
	/** Window pixels for one of the drawing when the scene was made. */
	readonly scale: number;
}

export interface ChartScene {
	/** In reading order. From far only the pinned ones. */
	readonly boxes: readonly ChartBox[];
	readonly links: readonly ChartLink[];
	readonly arcs: readonly ChartArc[];
	/** From far: all boxes of a group in one path. */
	readonly far: readonly { readonly group: string; readonly path: string }[];
}

export interface SceneOptions {
	/** Boxes that stand in the document wherever the window is, such as the one with the focus. */
	readonly pinned?: ReadonlySet<string>;
	/** Group of a box in the far drawing: one path, one colour each. */
	readonly groupOf?: (key: string) => string;
}

/** Below this scale boxes are drawn as one path. */
export const FAR_BELOW = 0.3;
/** Most boxes in the document by detail; a box takes up to fourteen elements in full, eight when plain. */
const MOST_BOXES = { full: 125, plain: 235 } as const;
/** How much larger than the sight the window is, the first that holds few enough boxes. */
const MARGINS = [0.5, 0.25, 0.08];
/** The first picture is to stand soon: little more than the sight itself. */
const FIRST_MARGINS = [0.02];
/** Boxes nearer to each other than this many window pixels are drawn once from far. */
const NEAREST = 1.5;

/**
 * The window for a sight: as detailed as the number of boxes in it allows, so that the document stays below
 * 2 000 elements whatever the size of the structure and of the screen.
 */
export function windowFor(
	layout: OrgChartLayout,
	view: View,
	scale: number,
	{ isFirst = false }: { readonly isFirst?: boolean } = {},
): SceneWindow {
	if (scale >= FAR_BELOW) {
		for (const detail of ['full', 'plain'] as const) {
			for (const margin of isFirst ? FIRST_MARGINS : MARGINS) {
				const window = grown(view, margin);
				if (countIn(layout, window, MOST_BOXES[detail]) <= MOST_BOXES[detail])
					return { ...window, detail, scale };
			}
		}
	}
	return { ...grown(view, 1), detail: 'far', scale };
}

/** Whether a scene made for the window still shows a sight well: inside it, and not much nearer or further. */
export function isStillGood(window: SceneWindow, view: View, scale: number): boolean {
	const isInside =
		view.x >= window.x &&
		view.y >= window.y &&
		view.x + view.width <= window.x + window.width &&
		view.y + view.height <= window.y + window.height;
	if (!isInside) return false;
	const ratio = scale / window.scale;
	return ratio < 1.4 && ratio > 0.7;
}

/** Boxes and lines of the window. */
export function sceneOf(layout: OrgChartLayout, window: SceneWindow, options: SceneOptions = {}): ChartScene {
	const { pinned = new Set<string>(), groupOf = () => '' } = options;
	const isFar = window.detail === 'far';
	const boxes: ChartBox[] = [];
	const wanted = placesOf(layout, pinned);
	for (let place = 0; place < layout.shown.length; place++)
		if (wanted.has(place) || (!isFar && isIn(layout, place, window))) boxes.push(boxOf(layout, place));
	return {
		boxes,
		links: isFar ? farLinks(layout, window) : drawLinks(layout, window),
		arcs: drawArcs(layout),
		far: isFar ? farPaths(layout, window, groupOf) : [],
	};
}

/** Everything, for pictures and files. */
export function drawAll(layout: OrgChartLayout): ChartScene {
	return sceneOf(layout, { ...layout.bounds, detail: 'full', scale: 1 });
}

/** The box of a unit; undefined when it is folded away or unknown. */
export function boxAt(layout: OrgChartLayout, key: string | null | undefined): ChartBox | undefined {
	const node = key == null ? undefined : layout.tree.indexOf.get(key);
	const place = node === undefined ? -1 : (layout.placeOf[node] ?? -1);
	return place < 0 ? undefined : boxOf(layout, place);
}

/** The box at a place of the reading order. */
export function boxOf(layout: OrgChartLayout, place: number): ChartBox {
	const { tree } = layout;
	const node = layout.shown[place] ?? 0;
	const unit = tree.units[node];
	if (!unit) throw new RangeError(`no box at place ${place}`);
	const above = tree.parent[node] ?? -1;
	const childCount = childCountOf(tree, node);
	return {
		key: unit.key,
		parentKey: above < 0 ? null : (tree.units[above]?.key ?? null),
		label: unit.label,
		get lines() {
			return linesOf(layout, unit.label);
		},
		x: layout.x[place] ?? 0,
		y: layout.y[place] ?? 0,
		width: layout.width[place] ?? 0,
		height: layout.height[place] ?? 0,
		depth: tree.depth[node] ?? 0,
		position: tree.position[node] ?? 1,
		siblings: tree.siblings[node] ?? 1,
		childCount,
		isCollapsed: childCount > 0 && layout.options.collapsed.has(unit.key),
		descendants: tree.descendants[node] ?? 0,
		change: unit.change,
	};
}

/** Room inside a box beside the name. */
export const INSET = { left: 13, right: 9 } as const;

function linesOf({ options }: OrgChartLayout, label: string): readonly string[] {
	const { boxWidth, fontSize, maxLines } = options;
	return wrapText(label, { width: boxWidth - INSET.left - INSET.right, fontSize, maxLines });
}

function grown(view: View, margin: number): ChartBounds {
	return {
		x: view.x - (view.width * margin) / 2,
		y: view.y - (view.height * margin) / 2,
		width: view.width * (1 + margin),
		height: view.height * (1 + margin),
	};
}

function isIn({ x, y, width, height }: OrgChartLayout, place: number, window: ChartBounds): boolean {
	const left = x[place] ?? 0;
	if (left > window.x + window.width || left + (width[place] ?? 0) < window.x) return false;
	const top = y[place] ?? 0;
	return top <= window.y + window.height && top + (height[place] ?? 0) >= window.y;
}

function placesOf({ tree, placeOf }: OrgChartLayout, keys: ReadonlySet<string>): ReadonlySet<number> {
	return new Set([...keys].map((key) => placeOf[tree.indexOf.get(key) ?? -1] ?? -1));
}

/** Boxes in a window, counted up to one more than `most`. */
function countIn(layout: OrgChartLayout, window: ChartBounds, most: number): number {
	let count = 0;
	for (let place = 0; place < layout.shown.length && count <= most; place++)
		if (isIn(layout, place, window)) count++;
	return count;
}

/** All boxes of a part of the drawing in one path, for a map. */
export function farPath(layout: OrgChartLayout, window: ChartBounds, scale: number): string {
	return farPaths(layout, { ...window, detail: 'far', scale }, () => '')[0]?.path ?? '';
}

/** From far one path for all lines but those of a change. */
function farLinks(layout: OrgChartLayout, window: SceneWindow): readonly ChartLink[] {
	const links = drawLinks(layout, window, { nearest: NEAREST / window.scale });
	const plain = links.filter((link) => link.change === null);
	if (plain.length === 0) return links;
	const path = plain.map((link) => link.path).join('');
	return [{ key: '', path, change: null }, ...links.filter((link) => link.change !== null)];
}

function farPaths(
	layout: OrgChartLayout,
	window: SceneWindow,
	groupOf: (key: string) => string,
): ChartScene['far'] {
	const paths = new Map<string, string>();
	const seen = new Set<number>();
	const cell = NEAREST / window.scale;
	const columns = Math.ceil(window.width / cell) + 2;
	for (const [place, node] of layout.shown.entries()) {
		if (!isIn(layout, place, window)) continue;
		const [x, y] = [layout.x[place] ?? 0, layout.y[place] ?? 0];
		const [w, h] = [layout.width[place] ?? 0, layout.height[place] ?? 0];
		const spot = Math.floor((y - window.y) / cell) * columns + Math.floor((x - window.x) / cell);
		if (seen.has(spot)) continue;
		seen.add(spot);
		const group = groupOf(layout.tree.units[node]?.key ?? '');
		paths.set(group, `${paths.get(group) ?? ''}M${x} ${y}h${w}v${h}h${-w}z`);
	}
	return [...paths].map(([group, path]) => ({ group, path }));
}

import type { OrgUnit } from '#lib/domain/org/index.ts';
import { boundsOf, drawArcs, drawLinks } from './org-chart-links.ts';
import { chartForest, type ChartNode } from './org-chart-forest.ts';
import { placeForest, type Place } from './org-chart-place.ts';
import { wrapText } from './org-chart-text.ts';
import type { ChartBox, ChartUnit, OrgChartLayout, OrgChartOptions } from './org-chart-types.ts';

export type * from './org-chart-types.ts';
export { boxText, type BoxText } from './org-chart-text.ts';
export { neighbourOf, visibleWhenSearched, type Direction } from './org-chart-walk.ts';
export { fitView, zoomView, panView, centreOn, type View } from './org-chart-view.ts';

const DEFAULTS: OrgChartOptions = { collapsed: new Set(), boxWidth: 172, maxLines: 4, fontSize: 13 };
/** Room inside a box around the name, for the mark at the left and the line of figures below. */
const INSET = { left: 13, right: 9, top: 8, bottom: 28 } as const;
const LINE_RATIO = 1.3;

/**
 * Boxes and lines of an organisation chart in pixels, the upper left corner of the drawing at (0, 0).
 * Every box has the same size whatever its rank; subordinates that are leaves stand in a grid under their
 * superior; mayoralties directly under the root stand in rows at the bottom. Equal input gives equal output.
 */
export function layoutOrgChart(
	units: readonly ChartUnit[],
	options: Partial<OrgChartOptions> = {},
): OrgChartLayout {
	const settings = { ...DEFAULTS, ...options };
	const roots = chartForest(units, settings.collapsed);
	const lineHeight = Math.round(settings.fontSize * LINE_RATIO);
	const linesOf = new Map(units.map((unit) => [unit.key, linesFor(unit.label, settings)]));
	const longest = Math.max(1, ...[...linesOf.values()].map((lines) => lines.length));
	const size = { width: settings.boxWidth, height: INSET.top + longest * lineHeight + INSET.bottom };
	const placed = placeForest(roots, size);
	const boxes = placed.map((place) => toBox(place, size, linesOf.get(place.node.unit.key) ?? []));
	const arcs = drawArcs(placed, size);
	return {
		boxes,
		links: drawLinks(placed, size),
		arcs,
		bounds: boundsOf(boxes, arcs.length > 0),
		lineHeight,
	};
}

/** The units of a structure for the chart, in the order of the act, named in one language. */
export function chartUnits(units: readonly OrgUnit[], locale: 'bg' | 'en'): readonly ChartUnit[] {
	return [...units].sort(byActOrder).map((unit) => ({
		key: unit.key,
		parentKey: unit.parentKey,
		label: locale === 'en' ? (unit.name.en ?? unit.name.bg) : unit.name.bg,
		group: unit.kind,
		isApart: unit.part === 'territorial' || unit.part === 'outside',
		change: null,
		movedFromKey: null,
	}));
}

function byActOrder(a: OrgUnit, b: OrgUnit): number {
	return a.sort - b.sort || (a.key < b.key ? -1 : Number(a.key > b.key));
}

function linesFor(label: string, settings: OrgChartOptions): readonly string[] {
	const width = settings.boxWidth - INSET.left - INSET.right;
	return wrapText(label, { width, fontSize: settings.fontSize, maxLines: settings.maxLines });
}

function toBox(
	{ node, x, y }: Place,
	size: { width: number; height: number },
	lines: readonly string[],
): ChartBox {
	return {
		...position(node),
		label: node.unit.label,
		lines,
		x,
		y,
		...size,
		childCount: node.childCount,
		isCollapsed: node.childCount > 0 && node.children.length === 0,
		descendants: node.descendants,
		change: node.unit.change,
	};
}

function position(node: ChartNode): Pick<ChartBox, 'key' | 'parentKey' | 'depth' | 'position' | 'siblings'> {
	return {
		key: node.unit.key,
		parentKey: node.parentKey,
		depth: node.depth,
		position: node.position,
		siblings: node.siblings,
	};
}

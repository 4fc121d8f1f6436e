import { hierarchy, tree } from 'd3';
import type { ChartNode } from './org-chart-forest.ts';
import { bandsOf, rowOf, type Row } from './org-chart-rows.ts';

/** A node with the upper left corner of its box and how its line reaches it. */
export interface Place {
	readonly node: ChartNode;
	readonly x: number;
	readonly y: number;
	/** How the line comes from the superior: straight, or down a trunk beside a grid and into the top or the side. */
	readonly route: Route;
}

export type Route =
	{ readonly kind: 'straight' } | { readonly kind: 'over' | 'beside'; readonly trunkX: number };

export interface BoxSize {
	readonly width: number;
	readonly height: number;
}

export const GAP = { x: 18, y: 38 } as const;

/** Places of all nodes in reading order; the corner of the whole drawing is (0, 0). */
export function placeForest(roots: readonly ChartNode[], size: BoxSize): readonly Place[] {
	const [only, second] = roots;
	const placed = only && !second ? placeRoot(only, size) : placeBand(roots.map(rowOf), size);
	const byNode = new Map(placed.map((place) => [place.node, place]));
	const left = Math.min(...placed.map(leftOf));
	return readingOrder(roots).flatMap((node) => {
		const place = byNode.get(node);
		return place ? [move(place, { x: -left, y: 0 })] : [];
	});
}

/** The root above the middle of its bands; the trunk to the lower bands runs down at the left of everything. */
function placeRoot(root: ChartNode, size: BoxSize): readonly Place[] {
	const bands = bandsOf(root).map((rows) => placeBand(rows, size));
	const width = Math.max(size.width, ...bands.map((band) => rightOf(band, size)));
	const places: Place[] = [];
	let top = size.height + GAP.y;
	for (const [at, band] of bands.entries()) {
		const by = { x: Math.round((width - rightOf(band, size)) / 2), y: top };
		for (const place of band) {
			const moved = move(place, by);
			const isDirect = place.node.parentKey === root.unit.key;
			places.push(isDirect ? { ...moved, route: routeFromRoot(at === 0 && place.y === 0) } : moved);
		}
		top = Math.max(...places.map((place) => place.y)) + size.height + GAP.y;
	}
	return [{ node: root, x: rootX(places, root, size), y: 0, route: { kind: 'straight' } }, ...places];
}

function routeFromRoot(isFirstRow: boolean): Route {
	return isFirstRow ? { kind: 'straight' } : { kind: 'over', trunkX: -GAP.x };
}

/** Over the middle of its direct subordinates in the first band. */
function rootX(places: readonly Place[], root: ChartNode, size: BoxSize): number {
	const first = places.filter(
		(place) => place.y === size.height + GAP.y && place.node.parentKey === root.unit.key,
	);
	if (first.length === 0) return 0;
	const xs = first.map((place) => place.x);
	return Math.round((Math.min(...xs) + Math.max(...xs)) / 2);
}

function readingOrder(nodes: readonly ChartNode[]): readonly ChartNode[] {
	return nodes.flatMap((node) => [node, ...readingOrder(node.children)]);
}

/** Rows side by side with everything below them, the corner at (0, 0). */
function placeBand(rows: readonly Row[], size: BoxSize): readonly Place[] {
	if (rows.length === 0) return [];
	const step = { x: size.width + GAP.x, y: size.height + GAP.y };
	const layout = tree<Row>()
		.nodeSize([step.x, step.y])
		.separation((a, b) => (a.data.columns + b.data.columns) / 2);
	const above: Row = { cells: [], columns: 1, isGrid: false, rowInGrid: 0, below: rows };
	const points = layout(hierarchy(above, (row) => row.below)).descendants();
	const places = points.flatMap((point) => {
		const rowLeft = Math.round(point.x - (point.data.columns * step.x - GAP.x) / 2);
		return point.data.cells.map((node, column) => ({
			node,
			x: rowLeft + column * step.x,
			y: point.y - step.y,
			route: routeTo(point.data, rowLeft - GAP.x / 2),
		}));
	});
	const left = Math.min(...places.map((place) => place.x));
	return places.map((place) => move(place, { x: -left, y: 0 }));
}

function routeTo(row: Row, trunkX: number): Route {
	if (row.isGrid && row.columns === 1) return { kind: 'beside', trunkX };
	return row.rowInGrid > 0 ? { kind: 'over', trunkX } : { kind: 'straight' };
}

function move(place: Place, by: { readonly x: number; readonly y: number }): Place {
	const { route } = place;
	return {
		...place,
		x: place.x + by.x,
		y: place.y + by.y,
		route: route.kind === 'straight' ? route : { ...route, trunkX: route.trunkX + by.x },
	};
}

function leftOf({ x, route }: Place): number {
	return route.kind === 'straight' ? x : Math.min(x, route.trunkX);
}

function rightOf(places: readonly Place[], size: BoxSize): number {
	return Math.max(0, ...places.map((place) => place.x)) + size.width;
}

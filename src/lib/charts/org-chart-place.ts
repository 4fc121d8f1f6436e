import { hierarchy, tree } from 'd3';
import type { ChartNode } from './org-chart-forest.ts';

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

/** Leaves of one kind beside other subordinates are packed from this number on. */
const PACK_FROM = 4;
/** Columns of a grid of leaves by their number: up to 3 in one column, up to 8 in two, up to 15 in three, then four. */
const COLUMN_STEPS: readonly (readonly [upTo: number, columns: number])[] = [
	[3, 1],
	[8, 2],
	[15, 3],
];
const MOST_COLUMNS = 4;

/** Places of all nodes in reading order; the corner of the whole drawing is (0, 0). */
export function placeForest(roots: readonly ChartNode[], size: BoxSize): readonly Place[] {
	const only = roots.length === 1 ? roots[0] : undefined;
	const tail = only?.children.filter(isTail) ?? [];
	const inTail = tail.length >= PACK_FROM ? new Set(tail) : new Set<ChartNode>();
	const places = new Map(placeTree(roots, size, inTail).map((place) => [place.node, place]));
	for (const place of placeTail([...inTail], [...places.values()], size)) places.set(place.node, place);
	const left = Math.min(...[...places.values()].map(leftOf));
	return readingOrder(roots).flatMap((node) => {
		const place = places.get(node);
		if (!place) return [];
		return [{ ...place, x: place.x - left, route: shift(place.route, -left) }];
	});
}

function leftOf({ x, route }: Place): number {
	return route.kind === 'straight' ? x : Math.min(x, route.trunkX);
}

function isTail(node: ChartNode): boolean {
	return node.unit.isTerritorial && node.childCount === 0;
}

function readingOrder(nodes: readonly ChartNode[]): readonly ChartNode[] {
	return nodes.flatMap((node) => [node, ...readingOrder(node.children)]);
}

/** One row of boxes that the tree layout moves as one: a single unit, or a row of a grid with the next row below. */
interface Row {
	readonly cells: readonly ChartNode[];
	readonly columns: number;
	readonly isGrid: boolean;
	readonly rowInGrid: number;
	readonly below: readonly Row[];
}

function placeTree(
	roots: readonly ChartNode[],
	size: BoxSize,
	without: ReadonlySet<ChartNode>,
): readonly Place[] {
	const single = roots.length === 1 ? roots[0] : undefined;
	const top: Row = single
		? rowOf(single, without)
		: {
				cells: [],
				columns: 1,
				isGrid: false,
				rowInGrid: 0,
				below: roots.map((root) => rowOf(root, without)),
			};
	const step = { x: size.width + GAP.x, y: size.height + GAP.y };
	const arrange = tree<Row>()
		.nodeSize([step.x, step.y])
		.separation((a, b) => (a.data.columns + b.data.columns) / 2);
	const drawn = arrange(hierarchy(top, (row) => row.below)).descendants();
	const lift = single ? 0 : step.y;
	const left = Math.min(0, ...drawn.map((point) => point.x - (point.data.columns * step.x) / 2));
	return drawn.flatMap((point) => {
		const rowLeft = Math.round(point.x - (point.data.columns * step.x) / 2 + GAP.x / 2 - left);
		return point.data.cells.map((node, column) => ({
			node,
			x: rowLeft + column * step.x,
			y: point.y - lift,
			route: routeTo(point.data, rowLeft - GAP.x / 2),
		}));
	});
}

function routeTo(row: Row, trunkX: number): Route {
	if (row.isGrid && row.columns === 1) return { kind: 'beside', trunkX };
	return row.rowInGrid > 0 ? { kind: 'over', trunkX } : { kind: 'straight' };
}

function shift(route: Route, by: number): Route {
	return route.kind === 'straight' ? route : { ...route, trunkX: route.trunkX + by };
}

function rowOf(node: ChartNode, without: ReadonlySet<ChartNode>): Row {
	const children = node.children.filter((child) => !without.has(child));
	return {
		cells: [node],
		columns: 1,
		isGrid: false,
		rowInGrid: 0,
		below: arrangeChildren(node, children, without),
	};
}

/** Leaves go into a grid when all subordinates are leaves, or when many of one kind stand beside others. */
function arrangeChildren(
	parent: ChartNode,
	children: readonly ChartNode[],
	without: ReadonlySet<ChartNode>,
): readonly Row[] {
	const leaves = children.filter((child) => child.children.length === 0);
	if (parent.depth > 0 && children.length > 1 && leaves.length === children.length) return [gridOf(children)];
	const byKind = Map.groupBy(leaves, (leaf) => leaf.unit.group);
	return children.flatMap((child) => {
		const alike = child.children.length === 0 ? (byKind.get(child.unit.group) ?? []) : [];
		if (parent.depth === 0 && !child.unit.isTerritorial) return [rowOf(child, without)];
		if (alike.length < PACK_FROM) return [rowOf(child, without)];
		return alike[0] === child ? [gridOf(alike)] : [];
	});
}

function gridOf(nodes: readonly ChartNode[]): Row {
	const columns = columnsFor(nodes.length);
	let below: readonly Row[] = [];
	for (let row = Math.ceil(nodes.length / columns) - 1; row >= 0; row--) {
		const cells = nodes.slice(row * columns, (row + 1) * columns);
		below = [{ cells, columns, isGrid: true, rowInGrid: row, below }];
	}
	const [first] = below;
	if (!first) throw new RangeError('a grid needs at least one node');
	return first;
}

function columnsFor(count: number): number {
	return COLUMN_STEPS.find(([upTo]) => count <= upTo)?.[1] ?? MOST_COLUMNS;
}

/** Rows under everything else, as wide as the tree above (3 to 6 boxes), centred under it. */
function placeTail(tail: readonly ChartNode[], above: readonly Place[], size: BoxSize): readonly Place[] {
	if (tail.length === 0) return [];
	const step = { x: size.width + GAP.x, y: size.height + GAP.y };
	const right = Math.max(...above.map((place) => place.x)) + size.width;
	const columns = Math.min(tail.length, Math.max(3, Math.min(6, Math.floor((right + GAP.x) / step.x))));
	const left = Math.round((right - (columns * step.x - GAP.x)) / 2);
	const top = Math.max(...above.map((place) => place.y)) + step.y;
	return tail.map((node, at) => ({
		node,
		x: left + (at % columns) * step.x,
		y: top + Math.floor(at / columns) * step.y,
		route: { kind: 'over', trunkX: Math.min(0, left) - GAP.x / 2 },
	}));
}

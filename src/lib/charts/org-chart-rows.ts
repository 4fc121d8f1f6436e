import { childCountOf, childrenOf } from './org-chart-tree.ts';
import type { ChartTree } from './org-chart-types.ts';

/** Nodes that stand together under one superior: a single one, or leaves packed in a grid. */
export interface Group {
	readonly nodes: readonly number[];
	readonly columns: number;
	readonly isGrid: boolean;
}

/**
 * Rows of boxes that the tidy layout moves as one: a single node, or one row of a grid with the next row below it.
 * In flat lists by row, breadth first, so that the rows below a row follow each other. Row 0 is above everything and empty.
 */
export interface Rows {
	/** Nodes of row `i` stand in `nodes` from `start[i]` up to `start[i + 1]`. */
	readonly nodes: Int32Array;
	readonly start: Int32Array;
	readonly columns: Int32Array;
	/** Row in its grid from 0; −1 for a single node. */
	readonly inGrid: Int32Array;
	readonly parent: Int32Array;
	readonly firstBelow: Int32Array;
	readonly belowCount: Int32Array;
}

/** The direct subordinates of a node that are not folded away. */
export type ShownBelow = (node: number) => ArrayLike<number>;

/** Leaves of one kind beside other subordinates are packed from this number on. */
export const PACK_FROM = 4;
/** Columns of a grid of leaves by their number: up to 3 in one column, up to 8 in two, up to 15 in three, then four. */
const COLUMN_STEPS: readonly (readonly [upTo: number, columns: number])[] = [
	[3, 1],
	[8, 2],
	[15, 3],
];
const MOST_COLUMNS = 4;
/** Mayoralties and units outside the administration stand wider, in at most four rows while six columns last. */
const APART = { rows: 4, columns: 6 } as const;

/** The rows under the given groups and everything below them. */
export function growRows(tops: readonly Group[], arrange: (node: number) => readonly Group[]): Rows {
	const [nodes, start]: [number[], number[]] = [[], [0, 0]];
	const [columns, inGrid, parent] = [[1], [-1], [-1]];
	const rest: (Group | null)[] = [null];
	const [firstBelow, belowCount]: [number[], number[]] = [[], []];
	const add = (above: number, group: Group, row: number) => {
		nodes.push(...group.nodes.slice(0, group.columns));
		start.push(nodes.length);
		columns.push(group.columns);
		inGrid.push(row);
		parent.push(above);
		const left = group.nodes.slice(group.columns);
		rest.push(left.length > 0 ? { ...group, nodes: left } : null);
	};
	for (let row = 0; row < columns.length; row++) {
		firstBelow.push(columns.length);
		const left = rest[row];
		const node = nodes[start[row] ?? 0];
		if (left) add(row, left, (inGrid[row] ?? 0) + 1);
		else if (row === 0) for (const group of tops) add(0, group, group.isGrid ? 0 : -1);
		else if (inGrid[row] === -1 && node !== undefined)
			for (const group of arrange(node)) add(row, group, group.isGrid ? 0 : -1);
		belowCount.push(columns.length - (firstBelow[row] ?? 0));
	}
	const flat = (list: readonly number[]) => new Int32Array(list);
	return {
		...{ nodes: flat(nodes), start: flat(start), columns: flat(columns), inGrid: flat(inGrid) },
		...{ parent: flat(parent), firstBelow: flat(firstBelow), belowCount: flat(belowCount) },
	};
}

/** The rows of a drawing in which every subordinate has a column of its own: one node each. */
export function singleRows({ roots, units }: ChartTree, below: ShownBelow): Rows {
	const most = units.length + 1;
	const [nodes, start, parent] = [new Int32Array(most), new Int32Array(most + 1), new Int32Array(most)];
	const [firstBelow, belowCount] = [new Int32Array(most), new Int32Array(most)];
	parent[0] = -1;
	let count = 1;
	for (let row = 0; row < count; row++) {
		const under = row === 0 ? roots : below(nodes[row - 1] ?? 0);
		firstBelow[row] = count;
		belowCount[row] = under.length;
		start[row + 1] = row;
		for (let at = 0; at < under.length; at++) {
			nodes[count - 1] = under[at] ?? 0;
			parent[count++] = row;
		}
	}
	return {
		...{ nodes: nodes.subarray(0, count - 1), start: start.subarray(0, count + 1) },
		...{ columns: new Int32Array(count).fill(1), inGrid: new Int32Array(count).fill(-1) },
		parent: parent.subarray(0, count),
		...{ firstBelow: firstBelow.subarray(0, count), belowCount: belowCount.subarray(0, count) },
	};
}

/**
 * Columns that a node needs with everything below it, counted until there are more than `limit`.
 * So deep a chain as no administration has counts for one column.
 */
function columnsOf(
	node: number,
	arrange: (node: number) => readonly Group[],
	limit: number,
	depth = 0,
): number {
	if (depth > DEEPEST) return 1;
	let sum = 0;
	for (const { nodes, columns, isGrid } of arrange(node)) {
		sum += isGrid ? columns : columnsOf(nodes[0] ?? 0, arrange, limit, depth + 1);
		if (sum > limit) return sum;
	}
	return Math.max(1, sum);
}

const DEEPEST = 200;

export function single(node: number): Group {
	return { nodes: [node], columns: 1, isGrid: false };
}

const NO_GROUPS: readonly Group[] = [];

/** Leaves go into a grid when all subordinates are leaves, or when many of one kind stand beside others. */
export function packLeaves(
	tree: ChartTree,
	below: ShownBelow,
	widest: number,
): (node: number) => readonly Group[] {
	const isLeaf = (node: number) => below(node).length === 0;
	const groupOf = (node: number) => tree.units[node]?.group ?? '';
	return (parent) => {
		if (below(parent).length === 0) return NO_GROUPS;
		const children = Array.from(below(parent));
		const isRoot = tree.parent[parent] === -1;
		if (!isRoot && children.length > 1 && children.every(isLeaf)) return [packed(tree, children, widest)];
		const alike = Map.groupBy(children.filter(isLeaf), groupOf);
		return children.flatMap((child) => {
			const same = isLeaf(child) ? (alike.get(groupOf(child)) ?? []) : [];
			if (same.length < PACK_FROM) return [single(child)];
			return same[0] === child ? [packed(tree, same, widest)] : [];
		});
	};
}

/** How subordinates are grouped, and how many boxes side by side the window can show. */
export interface Arrangement {
	readonly arrange: (node: number) => readonly Group[];
	readonly widest: number;
}

/**
 * The subordinates of a root in bands from top to bottom. All in one band where the window can show them side by side;
 * otherwise the single units first, then what has subordinates. Mayoralties and units outside the administration come
 * last when there are many of them.
 */
export function bandsOf(
	tree: ChartTree,
	root: number,
	{ arrange, widest }: Arrangement,
): readonly (readonly Group[])[] {
	const all = Array.from(childrenOf(tree, root));
	const isApart = (node: number) => tree.units[node]?.isApart === true;
	const apart = all.filter(isApart);
	const isAllNarrow = apart.length < PACK_FROM && isNarrow(all, { arrange, widest });
	if (isAllNarrow) return [all.map(single)];
	const rest = all.filter((node) => !isApart(node));
	const isRestNarrow = apart.length > 0 && isNarrow(rest, { arrange, widest });
	const bands = [
		...(isRestNarrow ? [rest.map(single)] : splitByRank(tree, rest, { arrange, widest })),
		flatBand(
			apart.filter((node) => childCountOf(tree, node) === 0),
			widest,
		),
		...narrowBands(
			apart.filter((node) => childCountOf(tree, node) > 0),
			{ arrange, widest },
		),
	];
	return bands.filter((band) => band.length > 0);
}

function isNarrow(nodes: readonly number[], { arrange, widest }: Arrangement): boolean {
	let sum = 0;
	for (const node of nodes) {
		sum += columnsOf(node, arrange, widest);
		if (sum > widest) return false;
	}
	return true;
}

/** Units of the kinds that have nothing below them first, then the branches. */
function splitByRank(
	tree: ChartTree,
	nodes: readonly number[],
	arrangement: Arrangement,
): readonly (readonly Group[])[] {
	const groupOf = (node: number) => tree.units[node]?.group;
	const ranked = new Set(nodes.filter((node) => childCountOf(tree, node) > 0).map(groupOf));
	const branches = nodes.filter((node) => ranked.has(groupOf(node)));
	const flat = nodes.filter((node) => !ranked.has(groupOf(node)));
	return [flatBand(flat, arrangement.widest), ...narrowBands(branches, arrangement)];
}

/** Branches in order, as many side by side as the window can show. */
export function narrowBands(
	branches: readonly number[],
	{ arrange, widest }: Arrangement,
): readonly (readonly Group[])[] {
	const bands: Group[][] = [];
	let room = 0;
	for (const branch of branches) {
		const columns = columnsOf(branch, arrange, widest);
		const band = bands.at(-1);
		if (band && columns <= room) band.push(single(branch));
		else bands.push([single(branch)]);
		room = (band && columns <= room ? room : widest) - columns;
	}
	return bands;
}

/** Units without subordinates in rows of about equal length. */
function flatBand(nodes: readonly number[], widest: number): readonly Group[] {
	if (nodes.length === 0) return [];
	const rows = Math.ceil(nodes.length / widest);
	return [{ nodes, columns: Math.ceil(nodes.length / rows), isGrid: true }];
}

function packed(tree: ChartTree, nodes: readonly number[], widest: number): Group {
	return { nodes, columns: Math.min(widest, columnsFor(tree, nodes)), isGrid: true };
}

function columnsFor(tree: ChartTree, nodes: readonly number[]): number {
	if (nodes.every((node) => tree.units[node]?.isApart)) {
		return Math.min(APART.columns, Math.ceil(nodes.length / APART.rows));
	}
	return COLUMN_STEPS.find(([upTo]) => nodes.length <= upTo)?.[1] ?? MOST_COLUMNS;
}

import type { ChartNode } from './org-chart-forest.ts';

/** One row of boxes that the tree layout moves as one: a single unit, or a row of a grid with the next row below. */
export interface Row {
	readonly cells: readonly ChartNode[];
	readonly columns: number;
	readonly isGrid: boolean;
	readonly rowInGrid: number;
	readonly below: readonly Row[];
}

/** Boxes side by side that a window of usual width can still show readably. */
export const WIDEST = 8;
/** Leaves of one kind beside other subordinates are packed from this number on. */
const PACK_FROM = 4;
/** Columns of a grid of leaves by their number: up to 3 in one column, up to 8 in two, up to 15 in three, then four. */
const COLUMN_STEPS: readonly (readonly [upTo: number, columns: number])[] = [
	[3, 1],
	[8, 2],
	[15, 3],
];
const MOST_COLUMNS = 4;
/** Mayoralties and units outside the administration stand wider, in at most four rows while six columns last. */
const APART = { rows: 4, columns: 6 } as const;

/** A unit with everything below it. */
export function rowOf(node: ChartNode): Row {
	return { cells: [node], columns: 1, isGrid: false, rowInGrid: 0, below: arrange(node) };
}

/** Units packed in a grid; each row hangs under the one before. */
export function gridOf(nodes: readonly ChartNode[], columns: number): Row {
	let below: readonly Row[] = [];
	for (let row = Math.ceil(nodes.length / columns) - 1; row >= 0; row--) {
		const cells = nodes.slice(row * columns, (row + 1) * columns);
		below = [{ cells, columns, isGrid: true, rowInGrid: row, below }];
	}
	const [first] = below;
	if (!first) throw new RangeError('a grid needs at least one node');
	return first;
}

/** Columns that rows standing side by side need, with everything below them. */
export function columnsOf(rows: readonly Row[]): number {
	return rows.reduce((sum, row) => sum + Math.max(row.columns, columnsOf(row.below)), 0);
}

/**
 * The subordinates of a root in bands from top to bottom. All in one band where the window can show them side by side;
 * otherwise the single units first, then what has subordinates. Mayoralties and units outside the administration come last when there are many of them.
 */
export function bandsOf(root: ChartNode): readonly (readonly Row[])[] {
	const all = root.children.map(rowOf);
	const apart = root.children.filter((node) => node.unit.isApart);
	if (columnsOf(all) <= WIDEST && apart.length < PACK_FROM) return [all];
	const rest = root.children.filter((node) => !node.unit.isApart);
	return [...coreBands(rest), ...apartBands(apart)].filter((band) => band.length > 0);
}

function coreBands(nodes: readonly ChartNode[]): readonly (readonly Row[])[] {
	const rows = nodes.map(rowOf);
	if (columnsOf(rows) <= WIDEST) return [rows];
	const ranked = new Set(nodes.filter((node) => node.childCount > 0).map((node) => node.unit.group));
	const single = nodes.filter((node) => !ranked.has(node.unit.group));
	const branches = nodes.filter((node) => ranked.has(node.unit.group));
	return [flatBand(single), branches.map(rowOf)];
}

function apartBands(nodes: readonly ChartNode[]): readonly (readonly Row[])[] {
	const leaves = nodes.filter((node) => node.childCount === 0);
	return [flatBand(leaves), nodes.filter((node) => node.childCount > 0).map(rowOf)];
}

/** Units without subordinates in rows of about equal length. */
function flatBand(nodes: readonly ChartNode[]): readonly Row[] {
	if (nodes.length === 0) return [];
	const rows = Math.ceil(nodes.length / WIDEST);
	return [gridOf(nodes, Math.ceil(nodes.length / rows))];
}

/** Leaves go into a grid when all subordinates are leaves, or when many of one kind stand beside others. */
function arrange(parent: ChartNode): readonly Row[] {
	const { children } = parent;
	const leaves = children.filter((child) => child.children.length === 0);
	if (parent.depth > 0 && children.length > 1 && leaves.length === children.length) return [packed(children)];
	const byKind = Map.groupBy(leaves, (leaf) => leaf.unit.group);
	return children.flatMap((child) => {
		const alike = child.children.length === 0 ? (byKind.get(child.unit.group) ?? []) : [];
		if (alike.length < PACK_FROM) return [rowOf(child)];
		return alike[0] === child ? [packed(alike)] : [];
	});
}

function packed(nodes: readonly ChartNode[]): Row {
	return gridOf(nodes, columnsFor(nodes));
}

function columnsFor(nodes: readonly ChartNode[]): number {
	if (nodes.every((node) => node.unit.isApart)) {
		return Math.min(APART.columns, Math.ceil(nodes.length / APART.rows));
	}
	return COLUMN_STEPS.find(([upTo]) => nodes.length <= upTo)?.[1] ?? MOST_COLUMNS;
}

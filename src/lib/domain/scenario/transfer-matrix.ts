import type { Post, Structure } from '../org/index.ts';
import { headcount, type Headcount, type PostKey, type UnitKey } from '../shared/index.ts';
import type { ScenarioRun } from './run.ts';

/** Established posts that stood in one unit and stand in another (or the same). */
export interface TransferCell {
	readonly from: UnitKey;
	readonly to: UnitKey;
	readonly posts: Headcount;
}

/** Matrix M9: as-is unit × to-be unit in established posts. */
export interface TransferMatrix {
	readonly cells: readonly TransferCell[];
	/** Posts that were cut, by the unit where they stood. */
	readonly dropped: ReadonlyMap<UnitKey, Headcount>;
	/** New posts, by the unit where they stand. */
	readonly created: ReadonlyMap<UnitKey, Headcount>;
	/** Sums over everything: rows = carried + dropped, columns = carried + created. */
	readonly sums: {
		readonly asIs: Headcount;
		readonly carried: Headcount;
		readonly dropped: Headcount;
		readonly created: Headcount;
		readonly toBe: Headcount;
	};
}

/**
 * Follows every line of the staffing table through the scenario, also when a part of it moved under a new key.
 * A line that grew carries what it had; the rest is new. A line that shrank drops the difference.
 * Oracle T23: Σ rows = as-is; Σ columns + dropped = the same total; the new posts stand apart.
 * Example: 3 posts in A, of which 1 moves to B and 1 is cut: A→A 1, A→B 1, dropped 1; 1 + 1 + 1 = 3.
 */
export function transferMatrix(run: ScenarioRun): TransferMatrix {
	const tally = { cells: new Map<string, TransferCell>(), dropped: sums(), created: sums() };
	const descendants = groupByOrigin(run);
	for (const line of run.before.posts) carry(line, descendants.get(line.key) ?? [], tally);
	for (const post of newLines(run, descendants)) tally.created.add(post.unitKey, post.approved);
	const carried = [...tally.cells.values()].reduce((total, cell) => total + cell.posts, 0);
	return {
		cells: inUnitOrder(run, [...tally.cells.values()]),
		dropped: tally.dropped.map,
		created: tally.created.map,
		sums: {
			asIs: total(run.before),
			carried: headcount(carried),
			dropped: tally.dropped.total(),
			created: tally.created.total(),
			toBe: total(run.after),
		},
	};
}

function total(structure: Structure): Headcount {
	return headcount(structure.posts.reduce((sum, post) => sum + post.approved, 0));
}

/** Lines after the scenario by the baseline line they come from; the line itself first, then its parts by key. */
function groupByOrigin({ before, after, trace }: ScenarioRun): ReadonlyMap<PostKey, readonly Post[]> {
	const baseline = new Set(before.posts.map((post) => post.key));
	const rootOf = (key: PostKey): PostKey => {
		const origin = trace.postOrigins.get(key);
		return origin === undefined || baseline.has(key) ? key : rootOf(origin);
	};
	const byKey = (one: Post, other: Post) => {
		const own = Number(baseline.has(other.key)) - Number(baseline.has(one.key));
		return own || (one.key < other.key ? -1 : 1);
	};
	return Map.groupBy(after.posts.toSorted(byKey), (post) => rootOf(post.key));
}

/** Lines that come from nothing of the baseline. */
function newLines(
	{ before }: ScenarioRun,
	descendants: ReadonlyMap<PostKey, readonly Post[]>,
): readonly Post[] {
	const baseline = new Set(before.posts.map((post) => post.key));
	return [...descendants].flatMap(([root, posts]) => (baseline.has(root) ? [] : posts));
}

interface Tally {
	readonly cells: Map<string, TransferCell>;
	readonly dropped: ReturnType<typeof sums>;
	readonly created: ReturnType<typeof sums>;
}

function carry(line: Post, descendants: readonly Post[], tally: Tally): void {
	let left: number = line.approved;
	for (const post of descendants) {
		const carried = Math.min(left, post.approved);
		left -= carried;
		if (carried > 0)
			addCell(tally.cells, { from: line.unitKey, to: post.unitKey, posts: headcount(carried) });
		if (post.approved > carried) tally.created.add(post.unitKey, post.approved - carried);
	}
	if (left > 0) tally.dropped.add(line.unitKey, left);
}

function addCell(cells: Map<string, TransferCell>, cell: TransferCell): void {
	const key = `${cell.from} ${cell.to}`;
	const known = cells.get(key)?.posts ?? 0;
	cells.set(key, { ...cell, posts: headcount(known + cell.posts) });
}

function inUnitOrder(
	{ before, after }: ScenarioRun,
	cells: readonly TransferCell[],
): readonly TransferCell[] {
	const rank = new Map([...before.units, ...after.units].map((unit, at) => [unit.key, at]));
	const order = (key: UnitKey) => rank.get(key) ?? 0;
	return cells.toSorted(
		(one, other) => order(one.from) - order(other.from) || order(one.to) - order(other.to),
	);
}

function sums() {
	const map = new Map<UnitKey, Headcount>();
	return {
		map: map as ReadonlyMap<UnitKey, Headcount>,
		add: (unitKey: UnitKey, posts: number) => map.set(unitKey, headcount((map.get(unitKey) ?? 0) + posts)),
		total: () => headcount([...map.values()].reduce((sum, posts) => sum + posts, 0)),
	};
}

import { GAP } from './org-chart-place.ts';
import { childrenOf } from './org-chart-tree.ts';
import {
	ROUTE,
	type ChartArc,
	type ChartBounds,
	type ChartLink,
	type OrgChartLayout,
} from './org-chart-types.ts';

const HEADROOM = 22;

/**
 * Right-angled lines from each superior to its subordinates as far as they cross the window. A superior's lines are cut
 * by the interval of its children, so that a line passes a window in which neither end stands.
 */
export function drawLinks(
	layout: OrgChartLayout,
	window: ChartBounds,
	{ nearest = 0 }: { readonly nearest?: number } = {},
): readonly ChartLink[] {
	if (layout.options.layout === 'icicle') return [];
	const frame = frameOf(layout);
	const seen = { layout, frame, cut: frame.cut(window), nearest };
	const links: ChartLink[] = [];
	const { tree, shown, placeOf } = layout;
	for (let place = 0; place < shown.length; place++) {
		const node = shown[place] ?? 0;
		const first = tree.childStart[node] ?? 0;
		if (first === tree.childStart[node + 1] || (placeOf[tree.children[first] ?? 0] ?? -1) < 0) continue;
		for (const link of linksBelow(seen, place, childrenOf(tree, node))) links.push(link);
	}
	return links;
}

/** Curves from the former superior of each moved unit, where both are drawn. */
export function drawArcs({ tree, shown, placeOf, x, y, width }: OrgChartLayout): readonly ChartArc[] {
	const arcs: ChartArc[] = [];
	for (let place = 0; place < shown.length; place++) {
		const unit = tree.units[shown[place] ?? 0];
		if (unit?.movedFromKey == null) continue;
		const former = tree.indexOf.get(unit.movedFromKey);
		const from = former === undefined ? -1 : (placeOf[former] ?? -1);
		if (from < 0) continue;
		const at = (one: number) => ({ x: (x[one] ?? 0) + (width[one] ?? 0) / 2, y: y[one] ?? 0 });
		const [start, end] = [at(from), at(place)];
		const lift = Math.min(start.y, end.y) - HEADROOM;
		arcs.push({
			key: unit.key,
			path: `M${start.x} ${start.y}C${start.x} ${lift} ${end.x} ${lift} ${end.x} ${end.y}`,
		});
	}
	return arcs;
}

/** The window across and along. */
interface Cut {
	readonly from: number;
	readonly to: number;
	readonly above: number;
	readonly below: number;
}

/** The layout as if it ran downwards: sizes and corners by place, across and along. */
interface Frame {
	readonly across: Float64Array;
	readonly width: Float64Array;
	readonly length: Float64Array;
	readonly along: (place: number) => number;
	/** A point in the drawing's pixels, written for a path. */
	readonly point: (across: number, along: number) => string;
	readonly cut: (window: ChartBounds) => Cut;
}

function frameOf({ options: { direction }, extent, x, y, width, height }: OrgChartLayout): Frame {
	const isUpright = direction === 'down' || direction === 'up';
	const isTurned = direction === 'up' || direction === 'left';
	const flip = (along: number) => (isTurned ? extent.along - along : along);
	const [corner, length] = isUpright ? [y, height] : [x, width];
	return {
		...(isUpright ? { across: x, width } : { across: y, width: height }),
		length,
		along: (place) =>
			isTurned ? extent.along - (corner[place] ?? 0) - (length[place] ?? 0) : (corner[place] ?? 0),
		point: (across, along) => (isUpright ? `${across} ${flip(along)}` : `${flip(along)} ${across}`),
		cut: (window) => {
			const [from, span] = isUpright ? [window.x, window.width] : [window.y, window.height];
			const [start, size] = isUpright ? [window.y, window.height] : [window.x, window.width];
			const [near, far] = [flip(start), flip(start + size)];
			return { from, to: from + span, above: Math.min(near, far), below: Math.max(near, far) };
		},
	};
}

interface Seen {
	readonly layout: OrgChartLayout;
	readonly frame: Frame;
	readonly cut: Cut;
	/** Branches nearer to each other than this are drawn once. */
	readonly nearest: number;
}

/** What runs from a superior to the branches: the stem, the line across, the trunks beside grids. */
interface Spine {
	readonly across: number;
	readonly start: number;
	readonly bus: number;
	/** How far along each trunk reaches, by where it stands across. */
	readonly trunks: Map<number, number>;
	/** The interval of the children. */
	low: number;
	high: number;
	deepest: number;
}

function linksBelow(seen: Seen, place: number, children: Int32Array): readonly ChartLink[] {
	const { layout, frame, cut, nearest } = seen;
	const start = frame.along(place) + (frame.length[place] ?? 0);
	if (start > cut.below) return NONE;
	const spine = spineOf(seen, place, children);
	if (spine.deepest < cut.above || spine.high < cut.from || spine.low > cut.to) return NONE;
	const marked: ChartLink[] = [];
	let path = '';
	let last = -Infinity;
	for (const node of children) {
		const at = layout.placeOf[node] ?? -1;
		const across = frame.across[at] ?? 0;
		const change = layout.tree.units[node]?.change ?? null;
		const isClose = change === null && Math.abs(across - last) < nearest;
		if (isClose || !isCrossing(seen, at, spine)) continue;
		last = across;
		if (change === null) path += branchPath(seen, at, spine);
		else marked.push({ key: keyOf(layout, node), path: branchPath(seen, at, spine), change });
	}
	const isList = layout.options.layout === 'list';
	path = spinePath(spine, frame, isList) + path;
	return [{ key: keyOf(layout, layout.shown[place] ?? 0), path, change: null }, ...marked];
}

const NONE: readonly ChartLink[] = [];

/** Where a branch leaves the spine across, and at what level. */
function footOf({ layout, frame }: Seen, place: number): number {
	return layout.routes.kind[place] === ROUTE.straight
		? (frame.across[place] ?? 0) + (frame.width[place] ?? 0) / 2
		: (layout.routes.trunk[place] ?? 0);
}

function levelOf({ layout, frame }: Seen, place: number, bus: number): number {
	const kind = layout.routes.kind[place];
	if (kind === ROUTE.straight) return bus;
	const top = frame.along(place);
	return kind === ROUTE.beside ? top + (frame.length[place] ?? 0) / 2 : top - GAP.along / 2;
}

function spineOf(seen: Seen, place: number, children: Int32Array): Spine {
	const { layout, frame } = seen;
	const across = (frame.across[place] ?? 0) + (frame.width[place] ?? 0) / 2;
	const start = frame.along(place) + (frame.length[place] ?? 0);
	const bus = start + GAP.along / 2;
	const spine: Spine = { across, start, bus, trunks: new Map(), low: across, high: across, deepest: start };
	for (const node of children) {
		const at = layout.placeOf[node] ?? -1;
		const foot = footOf(seen, at);
		const level = levelOf(seen, at, bus);
		if (foot < spine.low) spine.low = foot;
		if (foot > spine.high) spine.high = foot;
		const end = frame.along(at) + (frame.length[at] ?? 0);
		if (end > spine.deepest) spine.deepest = end;
		if (layout.routes.kind[at] === ROUTE.straight) continue;
		if (level > (spine.trunks.get(foot) ?? start)) spine.trunks.set(foot, level);
	}
	return spine;
}

/** Whether any of a branch lies in the window. */
function isCrossing(seen: Seen, place: number, { bus }: Spine): boolean {
	const { frame, cut } = seen;
	const foot = footOf(seen, place);
	const left = frame.across[place] ?? 0;
	const right = left + (frame.width[place] ?? 0);
	const end = frame.along(place) + (frame.length[place] ?? 0);
	return (
		Math.max(foot, right) >= cut.from &&
		Math.min(foot, left) <= cut.to &&
		levelOf(seen, place, bus) <= cut.below &&
		end >= cut.above
	);
}

/** The line of one subordinate from where it leaves the spine. */
function branchPath(seen: Seen, place: number, { bus }: Spine): string {
	const { point, across, width, along } = seen.frame;
	const isBeside = seen.layout.routes.kind[place] === ROUTE.beside;
	const foot = footOf(seen, place);
	const level = levelOf(seen, place, bus);
	const left = across[place] ?? 0;
	const end = isBeside ? left : left + (width[place] ?? 0) / 2;
	const over = end === foot ? '' : `L${point(end, level)}`;
	const down = isBeside ? '' : `L${point(end, along(place))}`;
	return `M${point(foot, level)}${over}${down}`;
}

function spinePath(
	{ across, start, bus, low, high, trunks }: Spine,
	{ point }: Frame,
	isList: boolean,
): string {
	const line = (a: string, b: string) => `M${a}L${b}`;
	const down = [...trunks].map(([trunk, end]) => line(point(trunk, isList ? start : bus), point(trunk, end)));
	if (isList) return down.join('');
	const wide = low < high ? line(point(low, bus), point(high, bus)) : '';
	return line(point(across, start), point(across, bus)) + wide + down.join('');
}

function keyOf({ tree }: OrgChartLayout, node: number): string {
	return tree.units[node]?.key ?? '';
}

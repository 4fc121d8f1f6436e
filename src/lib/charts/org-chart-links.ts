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
export function drawLinks(layout: OrgChartLayout, window: ChartBounds): readonly ChartLink[] {
	if (layout.options.layout === 'icicle') return [];
	const frame = frameOf(layout);
	const seen = { layout, frame, cut: frame.cut(window) };
	const links: ChartLink[] = [];
	for (const [place, node] of layout.shown.entries()) {
		const children = childrenOf(layout.tree, node);
		const isOpen = children.length > 0 && (layout.placeOf[children[0] ?? 0] ?? -1) >= 0;
		if (isOpen) links.push(...linksBelow(seen, place, children));
	}
	return links;
}

/** Curves from the former superior of each moved unit, where both are drawn. */
export function drawArcs({ tree, shown, placeOf, x, y, width }: OrgChartLayout): readonly ChartArc[] {
	const arcs: ChartArc[] = [];
	for (const [place, node] of shown.entries()) {
		const unit = tree.units[node];
		const former = unit?.movedFromKey == null ? undefined : tree.indexOf.get(unit.movedFromKey);
		const from = former === undefined ? -1 : (placeOf[former] ?? -1);
		if (!unit || from < 0) continue;
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

interface Cut {
	readonly from: number;
	readonly to: number;
	readonly above: number;
	readonly below: number;
}

interface Frame {
	/** Corner and size of a box by place, across and along. */
	readonly box: (place: number) => { across: number; along: number; width: number; length: number };
	/** A point in the drawing's pixels, written for a path. */
	readonly point: (across: number, along: number) => string;
	/** The window across and along. */
	readonly cut: (window: ChartBounds) => Cut;
}

/** Reads the layout as if it ran downwards. */
function frameOf({ options: { direction }, extent, x, y, width, height }: OrgChartLayout): Frame {
	const isUpright = direction === 'down' || direction === 'up';
	const isTurned = direction === 'up' || direction === 'left';
	const flip = (along: number) => (isTurned ? extent.along - along : along);
	return {
		box: (place) => {
			const [left, top] = [x[place] ?? 0, y[place] ?? 0];
			const [wide, high] = [width[place] ?? 0, height[place] ?? 0];
			const [along, length] = isUpright ? [top, high] : [left, wide];
			return {
				across: isUpright ? left : top,
				along: isTurned ? flip(along + length) : along,
				width: isUpright ? wide : high,
				length,
			};
		},
		point: (across, along) => (isUpright ? `${across} ${flip(along)}` : `${flip(along)} ${across}`),
		cut: (window) => {
			const [from, span] = isUpright ? [window.x, window.width] : [window.y, window.height];
			const [start, length] = isUpright ? [window.y, window.height] : [window.x, window.width];
			const [near, far] = [flip(start), flip(start + length)];
			return { from, to: from + span, above: Math.min(near, far), below: Math.max(near, far) };
		},
	};
}

interface Seen {
	readonly layout: OrgChartLayout;
	readonly frame: Frame;
	readonly cut: Cut;
}

function linksBelow(seen: Seen, place: number, children: Int32Array): readonly ChartLink[] {
	const { layout, frame, cut } = seen;
	const parent = frame.box(place);
	const spine: Spine = {
		across: parent.across + parent.width / 2,
		start: parent.along + parent.length,
		bus: parent.along + parent.length + GAP.along / 2,
		trunks: new Map(),
		...{ low: parent.across + parent.width / 2, high: parent.across + parent.width / 2 },
		deepest: parent.along + parent.length,
	};
	if (spine.start > cut.below) return [];
	const marked: ChartLink[] = [];
	let path = '';
	for (const node of children) {
		const branch = branchOf(seen, layout.placeOf[node] ?? -1, spine);
		if (!isCrossing(branch, cut)) continue;
		const change = layout.tree.units[node]?.change ?? null;
		if (change === null) path += branch.path;
		else marked.push({ key: keyOf(layout, node), path: branch.path, change });
	}
	if (spine.deepest < cut.above || spine.high < cut.from || spine.low > cut.to) return marked;
	const isList = layout.options.layout === 'list';
	return [
		{
			key: keyOf(layout, layout.shown[place] ?? 0),
			path: spinePath(spine, frame, isList) + path,
			change: null,
		},
		...marked,
	];
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

interface Branch {
	readonly from: number;
	readonly to: number;
	readonly above: number;
	readonly below: number;
	readonly path: string;
}

/** The line of one subordinate from where it leaves the spine, which is stretched to reach it. */
function branchOf({ layout, frame: { box, point } }: Seen, place: number, spine: Spine): Branch {
	const child = box(place);
	const kind = layout.routes.kind[place];
	const middle = child.across + child.width / 2;
	const isStraight = kind === ROUTE.straight;
	const isBeside = kind === ROUTE.beside;
	const foot = isStraight ? middle : (layout.routes.trunk[place] ?? 0);
	const level = isStraight
		? spine.bus
		: isBeside
			? child.along + child.length / 2
			: child.along - GAP.along / 2;
	if (!isStraight) spine.trunks.set(foot, Math.max(spine.trunks.get(foot) ?? spine.start, level));
	[spine.low, spine.high] = [Math.min(spine.low, foot), Math.max(spine.high, foot)];
	spine.deepest = Math.max(spine.deepest, level);
	const end = isBeside ? child.across : middle;
	const across = end === foot ? '' : `L${point(end, level)}`;
	const down = isBeside ? '' : `L${point(middle, child.along)}`;
	return {
		...{
			from: Math.min(foot, end),
			to: Math.max(foot, end),
			above: level,
			below: child.along + child.length,
		},
		path: `M${point(foot, level)}${across}${down}`,
	};
}

function isCrossing(branch: Branch, cut: Cut): boolean {
	return (
		branch.to >= cut.from && branch.from <= cut.to && branch.above <= cut.below && branch.below >= cut.above
	);
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

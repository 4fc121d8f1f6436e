import { GAP, type BoxSize, type Place } from './org-chart-place.ts';
import type { ChartArc, ChartBounds, ChartBox, ChartLink } from './org-chart-types.ts';

const MARGIN = 14;
/** Room above the drawing for the curves of moved units and the labels of changes. */
const HEADROOM = 22;

/** Right-angled lines from each box to its superior, in the order of the boxes. */
export function drawLinks(places: readonly Place[], size: BoxSize): readonly ChartLink[] {
	const byKey = new Map(places.map((place) => [place.node.unit.key, place]));
	return places.flatMap((place) => {
		const parent = place.node.parentKey === null ? undefined : byKey.get(place.node.parentKey);
		if (!parent) return [];
		return [
			{ key: place.node.unit.key, path: linkPath(parent, place, size), change: place.node.unit.change },
		];
	});
}

/** Curves from the former superior of each moved unit, where both are drawn. */
export function drawArcs(places: readonly Place[], size: BoxSize): readonly ChartArc[] {
	const byKey = new Map(places.map((place) => [place.node.unit.key, place]));
	return places.flatMap((place) => {
		const { movedFromKey, key } = place.node.unit;
		const from = movedFromKey === null ? undefined : byKey.get(movedFromKey);
		return from ? [{ key, path: arcPath(from, place, size) }] : [];
	});
}

/** The rectangle that holds all boxes with a margin. */
export function boundsOf(boxes: readonly ChartBox[], hasArcs: boolean): ChartBounds {
	const right = Math.max(0, ...boxes.map((box) => box.x + box.width));
	const bottom = Math.max(0, ...boxes.map((box) => box.y + box.height));
	const top = MARGIN + (hasArcs || boxes.some((box) => box.change !== null) ? HEADROOM : 0);
	return { x: -MARGIN, y: -top, width: right + 2 * MARGIN, height: bottom + top + MARGIN };
}

function linkPath(parent: Place, child: Place, size: BoxSize): string {
	const from = { x: parent.x + size.width / 2, y: parent.y + size.height };
	const bus = from.y + GAP.y / 2;
	const to = child.x + size.width / 2;
	const { route } = child;
	if (route.kind === 'straight') {
		return to === from.x ? `M${from.x} ${from.y}V${child.y}` : `M${from.x} ${from.y}V${bus}H${to}V${child.y}`;
	}
	const trunk = `M${from.x} ${from.y}V${bus}H${route.trunkX}`;
	return route.kind === 'beside'
		? `${trunk}V${child.y + size.height / 2}H${child.x}`
		: `${trunk}V${child.y - GAP.y / 2}H${to}V${child.y}`;
}

function arcPath(from: Place, to: Place, size: BoxSize): string {
	const start = { x: from.x + size.width / 2, y: from.y };
	const end = { x: to.x + size.width / 2, y: to.y };
	const lift = Math.min(start.y, end.y) - HEADROOM;
	return `M${start.x} ${start.y}C${start.x} ${lift} ${end.x} ${lift} ${end.x} ${end.y}`;
}

interface Point {
	readonly x: number;
	readonly y: number;
}

interface Frame {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** Window pixels from an edge within which a drag moves the drawing, and pixels for each millisecond at the edge itself. */
const REACH = 56;
const FASTEST = 0.9;

/**
 * How far the drawing moves in some milliseconds when something is dragged near an edge of its window: faster the nearer,
 * nothing in the middle or outside. Example: 28 px from the right edge for 16 ms → 16 · 0,9 · 28 ÷ 56 = 7,2 px to the left.
 */
export function edgePush(at: Point, frame: Frame, ms: number): Point {
	const isOutside = at.x < frame.left || at.x > frame.right || at.y < frame.top || at.y > frame.bottom;
	if (isOutside) return { x: 0, y: 0 };
	const near = (distance: number) => Math.max(0, (REACH - distance) / REACH);
	const push = (before: number, after: number) => (near(before) - near(after)) * FASTEST * ms;
	return { x: push(at.x - frame.left, frame.right - at.x), y: push(at.y - frame.top, frame.bottom - at.y) };
}

/** Something that is dragged over a frame. */
interface Drag {
	readonly dragged: unknown;
	readonly at: Point | null;
	/** Says again over what it is, when the frame moved under it. */
	refresh(): void;
}

/** Calls with the way to go, frame by frame, as long as something is dragged near an edge. Answers with what ends it. */
export function pushWhileDragged(
	frame: Element,
	drag: Drag | null,
	push: (by: Point) => void,
): (() => void) | undefined {
	if (!drag?.dragged) return undefined;
	let last = performance.now();
	let request = requestAnimationFrame(step);
	function step(now: number): void {
		const by = drag?.at ? edgePush(drag.at, inSight(frame), now - last) : null;
		last = now;
		if (by !== null && (by.x !== 0 || by.y !== 0)) {
			push(by);
			drag?.refresh();
		}
		request = requestAnimationFrame(step);
	}
	return () => cancelAnimationFrame(request);
}

/** The part of the frame that stands on the screen. */
function inSight(frame: Element): Frame {
	const { left, top, right, bottom } = frame.getBoundingClientRect();
	return {
		left: Math.max(0, left),
		top: Math.max(0, top),
		right: Math.min(window.innerWidth, right),
		bottom: Math.min(window.innerHeight, bottom),
	};
}

/** Least part of a chart, in pixels, in which a box and what is around it can be seen. */
const LEAST_IN_SIGHT = 240;

/**
 * How many pixels of the frame stand above and below the screen. Where too little of it would be seen the page is moved
 * first, so that there is room to show something.
 */
export function hiddenOf(frame: Element | undefined): { readonly top: number; readonly bottom: number } {
	if (!frame) return { top: 0, bottom: 0 };
	const open = inSight(frame);
	if (open.bottom - open.top < Math.min(LEAST_IN_SIGHT, frame.clientHeight))
		frame.scrollIntoView({ block: 'nearest' });
	const { top, bottom } = frame.getBoundingClientRect();
	return { top: Math.max(0, -top), bottom: Math.max(0, bottom - window.innerHeight) };
}

import { inSight, type Frame } from './chart-hidden.ts';

interface Point {
	readonly x: number;
	readonly y: number;
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

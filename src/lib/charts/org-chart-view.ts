import type { ChartBounds } from './org-chart-types.ts';

/** The part of the drawing that the window shows, in the drawing's pixels; written as the `viewBox`. */
export interface View {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface WindowSize {
	readonly width: number;
	readonly height: number;
}

const SMALLEST_SCALE = 0.15;
const LARGEST_SCALE = 2.5;

/** Everything in the window, never enlarged; centred across, from the top. */
export function fitView(bounds: ChartBounds, size: WindowSize): View {
	const scale = Math.min(1, size.width / bounds.width, size.height / bounds.height);
	const width = size.width / scale;
	return {
		x: bounds.x + (bounds.width - width) / 2,
		y: bounds.y,
		width,
		height: size.height / scale,
	};
}

/** The least scale worth having: everything in the window, or the usual one where that is less. */
export function smallestScale(bounds: ChartBounds, size: WindowSize): number {
	return Math.min(SMALLEST_SCALE, size.width / bounds.width, size.height / bounds.height);
}

export interface ZoomTo {
	/** Window pixels for one of the drawing. */
	readonly scale: number;
	readonly smallest?: number;
	/** What stays where it is, in shares of the window from its upper left corner; its middle when absent. */
	readonly about?: { readonly x: number; readonly y: number };
}

/** The view at another scale. */
export function zoomView(
	view: View,
	size: WindowSize,
	{ scale, smallest = SMALLEST_SCALE, about }: ZoomTo,
): View {
	const bounded = Math.min(LARGEST_SCALE, Math.max(smallest, scale));
	const width = size.width / bounded;
	const height = size.height / bounded;
	const at = about ?? { x: 0.5, y: 0.5 };
	return {
		x: view.x + (view.width - width) * at.x,
		y: view.y + (view.height - height) * at.y,
		width,
		height,
	};
}

/** The view moved by a distance in window pixels, kept so that some of the drawing stays in sight. */
export function panView(
	view: View,
	size: WindowSize,
	by: { readonly x: number; readonly y: number },
	bounds: ChartBounds,
): View {
	const scale = size.width / view.width;
	const keep = (from: number, length: number, low: number, span: number) =>
		Math.min(low + span - length * 0.2, Math.max(low - length * 0.8, from));
	return {
		...view,
		x: keep(view.x - by.x / scale, view.width, bounds.x, bounds.width),
		y: keep(view.y - by.y / scale, view.height, bounds.y, bounds.height),
	};
}

/** The view moved so that a box is in sight; unchanged when it already is. */
export function centreOn(view: View, box: ChartBounds): View {
	const isInside =
		box.x >= view.x &&
		box.y >= view.y &&
		box.x + box.width <= view.x + view.width &&
		box.y + box.height <= view.y + view.height;
	if (isInside) return view;
	return {
		...view,
		x: box.x + box.width / 2 - view.width / 2,
		y: box.y + box.height / 2 - view.height / 2,
	};
}

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

/** Pixels of the drawing at the edges of the view that the person cannot see, for example below the end of the screen. */
export interface Hidden {
	readonly top: number;
	readonly bottom: number;
}

/**
 * The view moved so that a box is in its open part, only as far and only along the axis that needs it: the box comes to
 * the middle, unless that would show an empty strip beyond the drawing. Unchanged when the box is in sight already.
 * Example: a view of 600 × 400 whose lower 150 cannot be seen, a box at y 300–400 → its middle goes to y 125 of the view.
 */
export function revealIn(
	view: View,
	box: ChartBounds,
	bounds: ChartBounds,
	hidden: Hidden = { top: 0, bottom: 0 },
): View {
	const open = Math.max(box.height, view.height - hidden.top - hidden.bottom);
	const spare = Math.max(0, view.width - bounds.width) / 2;
	const across = { from: view.x, length: view.width, low: bounds.x - spare, span: bounds.width + 2 * spare };
	const along = { from: view.y + hidden.top, length: open, low: bounds.y, span: bounds.height };
	return {
		...view,
		x: brought(across, box.x, box.width),
		y: brought(along, box.y, box.height) - hidden.top,
	};
}

interface Stretch {
	readonly from: number;
	readonly length: number;
	/** Where the drawing begins and how long it is. */
	readonly low: number;
	readonly span: number;
}

function brought({ from, length, low, span }: Stretch, at: number, size: number): number {
	if (at >= from && at + size <= from + length) return from;
	return Math.max(low, Math.min(low + span - length, at + size / 2 - length / 2));
}

/** A part of a drawing in sight, with the boxes side by side that the drawing was laid out for. */
export interface Sight {
	readonly view: View;
	readonly columns: number;
}

/** What a person sees, to be found again: scale, middle of the view, columns. Example: „1.25 640 -120 8“. */
export function sightText({ view, columns }: Sight, size: WindowSize): string {
	const middle = [view.x + view.width / 2, view.y + view.height / 2].map(Math.round);
	return [Math.round((size.width / view.width) * 1000) / 1000, ...middle, columns].join(' ');
}

/** The sight that such a text means in a window; undefined when it means none. */
export function sightIn(text: string, size: WindowSize): Sight | undefined {
	const [scale = NaN, x = NaN, y = NaN, columns = NaN] = text.split(' ').map(Number);
	const isSense = scale >= 0.01 && scale <= LARGEST_SCALE && columns >= 1 && Number.isSafeInteger(columns);
	if (!isSense || !Number.isFinite(x + y)) return undefined;
	const [width, height] = [size.width / scale, size.height / scale];
	return { view: { x: x - width / 2, y: y - height / 2, width, height }, columns };
}

import type { OrgChartLayout } from './org-chart-types.ts';
import type { View, WindowSize } from './org-chart-view.ts';

/** The chart opens in its whole width unless that would make the names too short to tell apart. */
const SMALLEST_OPENING_SCALE = 0.6;
const READABLE_SCALE = 0.93;

/** First sight of a drawing in a window: its whole width from the top, or a readable part of it around the root. */
export function openingView(layout: OrgChartLayout, size: WindowSize): View {
	const { bounds } = layout;
	const across = Math.min(1, size.width / bounds.width);
	const scale = openingScale(bounds.width, size.width);
	const view = { width: size.width / scale, height: size.height / scale };
	if (layout.options.layout === 'list' || layout.options.layout === 'icicle')
		return { ...view, x: bounds.x, y: bounds.y };
	const [x = 0, width = 0, y = 0, height = 0] = [layout.x[0], layout.width[0], layout.y[0], layout.height[0]];
	const middle = scale === across ? bounds.x + bounds.width / 2 : x + width / 2;
	const { direction } = layout.options;
	const isTall = bounds.height > view.height;
	return {
		...view,
		x: direction === 'right' ? bounds.x : middle - view.width / 2,
		y: direction === 'down' || !isTall ? bounds.y : y + height / 2 - view.height / 2,
	};
}

/** Window pixels for one of the drawing at first sight, by their widths. */
export function openingScale(drawing: number, window: number): number {
	const across = Math.min(1, window / drawing);
	return across >= SMALLEST_OPENING_SCALE ? across : READABLE_SCALE;
}

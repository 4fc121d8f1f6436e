import type { ChartBox, OrgChartOptions } from '#lib/charts/org-chart.ts';

/** Where the button that folds the subordinates stands, from the corner of the box: where its line leaves. */
export function foldPlace(
	{ width, height }: ChartBox,
	{ layout, direction }: Pick<OrgChartOptions, 'layout' | 'direction'>,
): { readonly x: number; readonly y: number } {
	if (layout === 'list') return { x: 13, y: height };
	if (layout === 'icicle') return { x: width - 12, y: height - 12 };
	switch (direction) {
		case 'down':
			return { x: width / 2, y: height };
		case 'up':
			return { x: width / 2, y: 0 };
		case 'right':
			return { x: width, y: height / 2 };
		case 'left':
			return { x: 0, y: height / 2 };
	}
}

/** A circle with − for what is unfolded and + for what is folded. */
export function foldPath(isCollapsed: boolean): string {
	return `M-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0M-4 0H4${isCollapsed ? 'M0 -4V4' : ''}`;
}

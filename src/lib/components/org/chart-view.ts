import {
	CHART_DIRECTIONS,
	CHART_LAYOUTS,
	type ChartDirection,
	type ChartLayoutKind,
} from '#lib/charts/org-chart.ts';

/** How the chart is drawn, as it stands in the address. */
export interface ChartView {
	readonly layout: ChartLayoutKind;
	readonly direction: ChartDirection;
	/** Units alone, or with the posts in them. */
	readonly of: 'units' | 'posts';
	/** Equal posts of a unit in one box „×4“. */
	readonly isGrouped: boolean;
	/** The unit that the chart begins with; null for the whole. */
	readonly focus: string | null;
}

/** The view that an address asks for; what it does not say or says wrongly is as usual. */
export function chartView({ searchParams }: URL): ChartView {
	const layout = CHART_LAYOUTS.find((one) => one === searchParams.get('layout')) ?? 'compact';
	const usual = layout === 'icicle' ? 'right' : 'down';
	return {
		layout,
		direction: CHART_DIRECTIONS.find((one) => one === searchParams.get('direction')) ?? usual,
		of: searchParams.get('of') === 'posts' ? 'posts' : 'units',
		isGrouped: searchParams.get('group') !== 'no',
		focus: searchParams.get('focus'),
	};
}

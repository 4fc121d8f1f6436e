import { CHART_SIDES, type ChartSide } from '#lib/charts/scenario-chart.ts';

/** The side of the comparison that an address asks for; the difference when it names none. */
export function sideOf(url: URL): ChartSide {
	const asked = url.searchParams.get('side');
	return CHART_SIDES.find((side) => side === asked) ?? 'diff';
}

/** The same address on another side; everything else in it stays. */
export function sideHref(url: URL, side: ChartSide): string {
	const search = new URLSearchParams(url.searchParams);
	if (side === 'diff') search.delete('side');
	else search.set('side', side);
	const text = search.toString();
	return text === '' ? url.pathname : `${url.pathname}?${text}`;
}

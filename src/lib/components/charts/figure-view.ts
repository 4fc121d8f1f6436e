export const FIGURE_VIEWS = ['chart', 'table', 'export'] as const;
/** Tab of a figure as it stands in the address. */
export type FigureView = (typeof FIGURE_VIEWS)[number];

/** The tab that an address asks for; the drawing when it names none or one that the figure lacks. */
export function figureView(url: URL, param: string, views: readonly FigureView[] = FIGURE_VIEWS): FigureView {
	const asked = url.searchParams.get(param);
	return views.find((view) => view === asked) ?? 'chart';
}

/** The same address with another tab; everything else in it stays. */
export function figureViewHref(url: URL, param: string, view: FigureView): string {
	const search = new URLSearchParams(url.searchParams);
	if (view === 'chart') search.delete(param);
	else search.set(param, view);
	const text = search.toString();
	return text === '' ? url.pathname : `${url.pathname}?${text}`;
}

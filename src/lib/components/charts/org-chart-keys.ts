import { arrowsOf, type Direction, type OrgChartLayout } from '#lib/charts/org-chart.ts';

/** What a key does in a chart. */
export type ChartAct =
	| { readonly kind: 'step'; readonly direction: Direction }
	| { readonly kind: 'zoom'; readonly direction: 1 | -1 }
	| { readonly kind: 'fit' | 'enter' | 'choose' | 'level' | 'search' | 'letter' };

const ACTS: Readonly<Record<string, ChartAct>> = {
	Home: { kind: 'step', direction: 'first' },
	End: { kind: 'step', direction: 'last' },
	'+': { kind: 'zoom', direction: 1 },
	'=': { kind: 'zoom', direction: 1 },
	'-': { kind: 'zoom', direction: -1 },
	'0': { kind: 'fit' },
	' ': { kind: 'choose' },
	Enter: { kind: 'enter' },
	'*': { kind: 'level' },
	'/': { kind: 'search' },
};

/** The act of a key; undefined for the keys that the chart leaves alone. Arrows follow the way the chart runs. */
export function actOf(key: string, layout: OrgChartLayout): ChartAct | undefined {
	const direction = arrowsOf(layout)[key];
	if (direction) return { kind: 'step', direction };
	return ACTS[key] ?? (/^\p{L}$/u.test(key) ? { kind: 'letter' } : undefined);
}

/** The key of the box whose fold button was pressed. */
export function foldedBy({ target }: Event): string | undefined {
	return target instanceof Element ? target.closest<SVGElement>('[data-fold]')?.dataset['fold'] : undefined;
}

/** The key of the box that an event is about; undefined between the boxes. */
export function keyOf({ target }: Event): string | undefined {
	return target instanceof Element ? target.closest<SVGElement>('[data-key]')?.dataset['key'] : undefined;
}

/** The menu of a box instead of the browser's, where there is one. */
export function askMenu(event: MouseEvent, onmenu: ((key: string) => void) | undefined): void {
	const key = keyOf(event);
	if (key === undefined || onmenu === undefined) return;
	event.preventDefault();
	onmenu(key);
}

/** The box of a unit in a chart; null where it is out of sight, undefined before there is a chart. */
export function itemOf(chart: Element | undefined, key: string | null): SVGElement | null | undefined {
	return chart?.querySelector<SVGElement>(`[data-key="${CSS.escape(key ?? '')}"]`);
}

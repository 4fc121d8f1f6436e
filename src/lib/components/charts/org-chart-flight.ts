import type { View } from '#lib/charts/org-chart.ts';
import type { OrgChartState } from './org-chart-state.svelte.ts';

const FLIGHT_MS = 180;
const middle = ({ x, y, width, height }: View) => ({ x: x + width / 2, y: y + height / 2 });

/** Leads the sight from where it was to where it has come; at once for whoever wants no motion, and when a hand takes over. */
export function fly(chart: OrgChartState, from: View | null): void {
	const to = chart.view;
	if (!from || !to || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
	const [start, end] = [middle(from), middle(to)];
	if (start.x === end.x && start.y === end.y) return;
	const begun = performance.now();
	let last: View | null = to;
	chart.isMoving = true;
	const step = (now: number) => {
		const part = Math.min(1, Math.max(0, now - begun) / FLIGHT_MS);
		const eased = 1 - (1 - part) ** 3;
		const isOurs = chart.view === last;
		if (isOurs)
			chart.goTo({ x: start.x + (end.x - start.x) * eased, y: start.y + (end.y - start.y) * eased });
		last = chart.view;
		if (isOurs && part < 1) requestAnimationFrame(step);
		else chart.isMoving = false;
	};
	step(begun);
}

import type { ChartUnit } from '#lib/charts/org-chart.ts';

/** Subordinates of each box: about what one head leads. */
const SPAN = 8;

/** Boxes with names of usual length, each over `SPAN` others, breadth first. */
export function benchUnits(size: number): readonly ChartUnit[] {
	const names = [
		'Отдел „Местни приходи“',
		'главен експерт',
		'Дирекция „Устройство на територията“',
		'старши специалист',
	];
	return Array.from({ length: size }, (_, at) => ({
		key: `k${at}`,
		parentKey: at === 0 ? null : `k${Math.floor((at - 1) / SPAN)}`,
		label: `${names[at % names.length] ?? ''} ${at}`,
		group: 'department',
		isApart: false,
		change: null,
		movedFromKey: null,
	}));
}

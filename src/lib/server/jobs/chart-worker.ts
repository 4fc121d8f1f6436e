import { drawChartFile, type ChartTask } from '#exports/chart/file.ts';
import { serveApart } from './apart-worker.ts';
import type { ChartNews } from './chart.ts';

/** Sheets are told in steps of so many milliseconds at least: a message takes longer than a small sheet. */
const STEP_MS = 100;

serveApart<ChartTask, ChartNews>(async (task, tell) => {
	let told = -Infinity;
	const bytes = await drawChartFile(task, (made, all) => {
		if (performance.now() - told < STEP_MS) return;
		told = performance.now();
		void tell({ made, all });
	});
	await tell({ bytes });
});

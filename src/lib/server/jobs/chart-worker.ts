import { parentPort, workerData } from 'node:worker_threads';
import { drawChartFile, type ChartTask } from '#exports/chart/file.ts';

/** Sheets are told in steps of so many milliseconds at least: a message takes longer than a small sheet. */
const STEP_MS = 100;

let told = -Infinity;
const bytes = await drawChartFile(workerData as ChartTask, (made, all) => {
	if (performance.now() - told < STEP_MS) return;
	told = performance.now();
	parentPort?.postMessage({ made, all });
});
parentPort?.postMessage(bytes);

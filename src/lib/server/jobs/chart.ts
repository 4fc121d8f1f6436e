import { Worker } from 'node:worker_threads';
import type { ChartTask } from '#exports/chart/file.ts';
import { inTurn, workerFile } from './thread.ts';

const MEMORY_MB = 768;
/** The largest chart takes some seconds; a minute means that something is wrong. */
const LONGEST_MS = 60_000;
const oneByOne = inTurn(1);

/** Draws a chart file in a thread of its own, so that no request waits behind it; one file at a time. */
export function drawInWorker(task: ChartTask): Promise<Uint8Array> {
	return oneByOne(() => draw(task));
}

function draw(task: ChartTask): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(workerFile('chart-worker.ts'), {
			workerData: task,
			resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
		});
		const timer = setTimeout(() => void worker.terminate(), LONGEST_MS);
		worker.once('message', (bytes: Uint8Array) => resolve(bytes));
		worker.once('error', reject);
		worker.once('exit', (code) => {
			clearTimeout(timer);
			if (code !== 0) reject(new Error(`the chart thread ended with code ${code}`));
		});
	});
}

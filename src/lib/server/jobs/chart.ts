import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ChartTask } from '#exports/chart/file.ts';

const SOURCE = join('src', 'lib', 'server', 'jobs', 'chart-worker.ts');
const MEMORY_MB = 768;

/** Draws a chart file in a thread of its own, so that no request waits behind it. */
export function drawInWorker(task: ChartTask): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(workerFile(), {
			workerData: task,
			resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
		});
		worker.once('message', (bytes: Uint8Array) => resolve(bytes));
		worker.once('error', reject);
		worker.once('exit', (code) => {
			if (code !== 0) reject(new Error(`the chart thread ended with code ${code}`));
		});
	});
}

/** The thread runs the source as it stands, found upwards from the built or the plain module. */
function workerFile(): string {
	for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
		const file = join(folder, SOURCE);
		if (existsSync(file)) return file;
	}
	throw new Error(`${SOURCE} was not found`);
}

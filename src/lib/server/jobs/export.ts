import { Worker } from 'node:worker_threads';
import type { WorkbookSpec } from '#exports/shared/sheet.ts';
import { workerFile } from './thread.ts';

const MEMORY_MB = 512;

/** Writes a workbook to a file in a worker thread, so that no request waits behind it. */
export function writeInWorker(spec: WorkbookSpec, filename: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(workerFile('export-worker.ts'), {
			workerData: { spec, filename },
			resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
		});
		worker.once('error', reject);
		worker.once('exit', (code) => {
			if (code === 0) resolve();
			else reject(new Error(`the workbook worker ended with ${code}`));
		});
	});
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { WorkbookSpec } from '#exports/shared/sheet.ts';

const WORKER = 'src/lib/server/jobs/export-worker.ts';
const MEMORY_MB = 512;

/** Writes a workbook to a file in a worker thread, so that no request waits behind it. */
export function writeInWorker(spec: WorkbookSpec, filename: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(join(projectRoot(), WORKER), {
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

/** The folder of the project, from the source file as from the built server. */
function projectRoot(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, WORKER))) {
		const above = dirname(folder);
		if (above === folder) throw new Error(`${WORKER} was not found`);
		folder = above;
	}
	return folder;
}

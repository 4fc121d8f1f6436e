import { Worker } from 'node:worker_threads';
import type { ChartTask } from '#exports/chart/file.ts';
import { inTurn, workerFile } from './thread.ts';

const MEMORY_MB = 768;
/** The largest chart takes some seconds; a minute means that something is wrong. */
const LONGEST_MS = 60_000;
const oneByOne = inTurn(1);

/** Sheets that are made, of all; null while the file waits for its turn or cannot be counted in sheets. */
export type ChartProgress = { readonly made: number; readonly all: number } | null;

export interface ChartDrawing {
	/** Ends the drawing when nobody waits for it any more; the promise is then refused with its reason. */
	readonly signal?: AbortSignal | undefined;
	readonly onprogress?: ((progress: ChartProgress) => void) | undefined;
}

/** Draws a chart file in a thread of its own, so that no request waits behind it; one file at a time. */
export function drawInWorker(task: ChartTask, drawing: ChartDrawing = {}): Promise<Uint8Array> {
	return oneByOne(() => draw(task, drawing));
}

async function draw(task: ChartTask, { signal, onprogress }: ChartDrawing): Promise<Uint8Array> {
	signal?.throwIfAborted();
	const worker = new Worker(workerFile('chart-worker.ts'), {
		workerData: task,
		resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
	});
	const stop = () => void worker.terminate();
	const timer = setTimeout(stop, LONGEST_MS);
	signal?.addEventListener('abort', stop, { once: true });
	try {
		return await fileOf(worker, onprogress);
	} catch (error) {
		signal?.throwIfAborted();
		throw error;
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener('abort', stop);
	}
}

function fileOf(worker: Worker, onprogress: ChartDrawing['onprogress']): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		worker.on('message', (told: Uint8Array | NonNullable<ChartProgress>) => {
			if (told instanceof Uint8Array) resolve(told);
			else onprogress?.(told);
		});
		worker.once('error', reject);
		worker.once('exit', (code) => reject(new Error(`the chart thread ended with code ${code}`)));
	});
}

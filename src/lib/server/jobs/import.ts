import { Worker } from 'node:worker_threads';
import type { FileRefusalCode, ReadFile } from '#lib/domain/imports/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { ImportNews, ImportTask } from './import-worker.ts';
import { workerFile } from './thread.ts';

export type FileReading = Result<ReadFile, FileRefusalCode>;

/** A reading that goes on in its own thread. */
export interface ImportJob {
	readonly finished: Promise<FileReading>;
	/** Part of the file that was read, 0–1. */
	progress(): number;
	cancel(): void;
}

const LONGEST_MS = 60_000;
const MEMORY_MB = 320;

/**
 * Reads a file in a thread with a limit of memory and of time. Whatever the file does to the thread, the answer is a
 * reading or a refusal, and requests are answered meanwhile.
 */
export function startReading(task: ImportTask, limits = { ms: LONGEST_MS, memoryMb: MEMORY_MB }): ImportJob {
	const worker = new Worker(workerFile('import-worker.ts'), {
		workerData: task,
		resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 32 },
	});
	let progress = 0;
	let settle: (reading: FileReading) => void = () => undefined;
	const finished = new Promise<FileReading>((resolve, reject) => {
		const timer = setTimeout(() => settle(err('file/too-slow')), limits.ms);
		settle = (reading) => {
			clearTimeout(timer);
			resolve(reading);
			void worker.terminate();
		};
		worker.on('message', (news: ImportNews) => {
			if (news.kind === 'progress') progress = news.total === 0 ? 0 : news.done / news.total;
			else settle(news.kind === 'read' ? ok(news.file) : err(news.code));
		});
		worker.once('error', (error) => {
			clearTimeout(timer);
			if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
				resolve(err('file/out-of-memory'));
			else reject(error instanceof Error ? error : new Error('the reading thread failed'));
		});
		worker.once('exit', (code) => {
			clearTimeout(timer);
			if (code !== 0) reject(new Error(`the reading thread ended with code ${code}`));
		});
	});
	return { finished, progress: () => progress, cancel: () => settle(err('file/cancelled')) };
}

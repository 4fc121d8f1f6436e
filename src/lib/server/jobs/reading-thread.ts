import { Worker } from 'node:worker_threads';
import type { FileRefusalCode } from '#lib/domain/imports/index.ts';
import { err, type Result } from '#lib/domain/shared/index.ts';
import { workerFile } from './thread.ts';

export interface ThreadLimits {
	readonly ms: number;
	readonly memoryMb: number;
}

/** Something that is being read in a thread of its own. */
export interface ReadingThread<Read> {
	readonly finished: Promise<Result<Read, FileRefusalCode>>;
	cancel(): void;
}

/**
 * Starts a thread that reads a file, with a limit of memory and of time. `answer` turns what the thread tells into its
 * answer, or undefined while it is not the last word. Whatever the file does to the thread, it ends in an answer.
 */
export function startThread<News, Read>(
	{ file, task, limits }: { readonly file: string; readonly task: unknown; readonly limits: ThreadLimits },
	answer: (news: News) => Result<Read, FileRefusalCode> | undefined,
): ReadingThread<Read> {
	const worker = new Worker(workerFile(file), {
		workerData: task,
		// Flags of the process speak about its own entry (`--input-type`), not about the file of the thread.
		execArgv: [],
		resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 32 },
	});
	let settle: (reading: Result<Read, FileRefusalCode>) => void = () => undefined;
	const finished = new Promise<Result<Read, FileRefusalCode>>((resolve, reject) => {
		const timer = setTimeout(() => settle(err('file/too-slow')), limits.ms);
		settle = (reading) => {
			clearTimeout(timer);
			resolve(reading);
			void worker.terminate();
		};
		worker.on('message', (news: News) => {
			const reading = answer(news);
			if (reading) settle(reading);
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
	return { finished, cancel: () => settle(err('file/cancelled')) };
}

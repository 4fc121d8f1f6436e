import { Worker } from 'node:worker_threads';

/** What a kept thread is asked, and what it answers to the same number. */
export interface Asked<Task> {
	readonly number: number;
	readonly task: Task;
}
/** A thread may tell how far it is as often as it likes before it answers. */
export type Answered<Answer, Progress = never> =
	| { readonly number: number; readonly answer: Answer }
	| { readonly number: number; readonly fault: unknown }
	| { readonly number: number; readonly progress: Progress };

/** What whoever asks may want besides the answer. */
export interface Watch<Progress> {
	readonly onProgress?: (progress: Progress) => void;
	/** Gives the task up: a waiting one is not begun, one under way ends with its thread. */
	readonly signal?: AbortSignal;
}

interface Job {
	readonly number: number;
	readonly task: unknown;
	readonly onProgress: ((progress: unknown) => void) | undefined;
	resolve(answer: unknown): void;
	reject(fault: unknown): void;
}

interface Thread {
	readonly worker: Worker;
	job?: Job | undefined;
	rest?: NodeJS.Timeout | undefined;
}

interface Pool {
	readonly file: string;
	readonly most: number;
	readonly threads: Thread[];
	/** Tasks that no thread has taken yet, the oldest first. */
	readonly queue: Job[];
}

/** A thread that was asked nothing for this long ends and gives its memory back. */
const REST_MS = 5 * 60_000;

/**
 * Threads that stay and answer one task after another, so that only the first task pays for starting and warming up. At
 * most `most` of them work at once; further tasks wait. A thread that breaks fails what it was asked; the next task starts
 * another.
 */
export function keepThreads<Task, Answer, Progress = never>(
	file: string,
	most: number,
): (task: Task, watch?: Watch<Progress>) => Promise<Answer> {
	const pool: Pool = { file, most, threads: [], queue: [] };
	let number = 0;
	return (task, { onProgress, signal } = {}) =>
		new Promise<Answer>((resolve, reject) => {
			const job: Job = {
				...{ number: ++number, task, reject },
				onProgress: onProgress as Job['onProgress'],
				resolve: (answer) => resolve(answer as Answer),
			};
			signal?.addEventListener('abort', () => giveUp(pool, job, signal.reason), { once: true });
			pool.queue.push(job);
			advance(pool);
		});
}

/** Gives waiting tasks to threads that have nothing to do, starting some while there may be more. */
function advance(pool: Pool): void {
	while (pool.queue.length > 0) {
		const idle = pool.threads.find(({ job }) => job === undefined);
		if (!idle && pool.threads.length >= pool.most) return;
		const [job] = pool.queue.splice(0, 1);
		if (!job) return;
		const thread = idle ?? start(pool);
		clearTimeout(thread.rest);
		thread.worker.ref();
		thread.job = job;
		const asked: Asked<unknown> = { number: job.number, task: job.task };
		thread.worker.postMessage(asked);
	}
}

function start(pool: Pool): Thread {
	// Flags of the process speak about its own entry (`--input-type`), not about the file of the thread.
	const worker = new Worker(pool.file, { execArgv: [] });
	const thread: Thread = { worker };
	worker.on('message', (said: Answered<unknown, unknown>) => hear(pool, thread, said));
	worker.once('error', (fault) => end(pool, thread, fault));
	worker.once('exit', (code) =>
		end(pool, thread, new Error(`the thread of ${pool.file} ended with code ${code}`)),
	);
	pool.threads.push(thread);
	return thread;
}

/** The thread is no more: what it was asked fails, and what waits goes to another one. */
function end(pool: Pool, thread: Thread, fault: unknown): void {
	const at = pool.threads.indexOf(thread);
	if (at < 0) return;
	pool.threads.splice(at, 1);
	clearTimeout(thread.rest);
	thread.job?.reject(fault);
	thread.job = undefined;
	advance(pool);
}

function giveUp(pool: Pool, job: Job, reason: unknown): void {
	const at = pool.queue.indexOf(job);
	if (at >= 0) {
		pool.queue.splice(at, 1);
		job.reject(reason);
		return;
	}
	const thread = pool.threads.find((one) => one.job === job);
	if (!thread) return;
	end(pool, thread, reason);
	void thread.worker.terminate();
}

function hear(pool: Pool, thread: Thread, said: Answered<unknown, unknown>): void {
	const { job } = thread;
	if (job?.number !== said.number) return;
	if ('progress' in said) {
		job.onProgress?.(said.progress);
		return;
	}
	thread.job = undefined;
	if ('fault' in said) job.reject(said.fault);
	else job.resolve(said.answer);
	// A resting thread keeps no process alive.
	thread.worker.unref();
	thread.rest = setTimeout(() => void thread.worker.terminate(), REST_MS);
	thread.rest.unref();
	advance(pool);
}

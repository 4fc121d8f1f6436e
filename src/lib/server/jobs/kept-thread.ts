import { Worker } from 'node:worker_threads';

/** What a kept thread is asked, and what it answers to the same number. */
export interface Asked<Task> {
	readonly number: number;
	readonly task: Task;
}
export type Answered<Answer> =
	{ readonly number: number; readonly answer: Answer } | { readonly number: number; readonly fault: unknown };

interface Thread {
	readonly worker: Worker;
	readonly waiting: Map<number, { resolve(answer: unknown): void; reject(fault: unknown): void }>;
	rest?: NodeJS.Timeout | undefined;
}

/** A thread that was asked nothing for this long ends and gives its memory back. */
const REST_MS = 5 * 60_000;

/**
 * Threads that stay and answer one task after another, so that only the first task pays for starting and warming up. A task
 * goes to the least busy of at most `most` threads. A thread that breaks fails what it was asked; the next task starts another.
 */
export function keepThreads<Task, Answer>(file: string, most: number): (task: Task) => Promise<Answer> {
	const threads: Thread[] = [];
	let number = 0;
	return (task) => {
		const thread = pick(threads, most) ?? start(file, threads);
		clearTimeout(thread.rest);
		thread.worker.ref();
		const asked: Asked<Task> = { number: ++number, task };
		return new Promise<Answer>((resolve, reject) => {
			thread.waiting.set(asked.number, { resolve: (answer) => resolve(answer as Answer), reject });
			thread.worker.postMessage(asked);
		});
	};
}

/** A thread with nothing to do, or, when no more may start, the one with the least. */
function pick(threads: readonly Thread[], most: number): Thread | undefined {
	const [least] = threads.toSorted((a, b) => a.waiting.size - b.waiting.size);
	return least && (least.waiting.size === 0 || threads.length >= most) ? least : undefined;
}

function start(file: string, threads: Thread[]): Thread {
	// Flags of the process speak about its own entry (`--input-type`), not about the file of the thread.
	const worker = new Worker(file, { execArgv: [] });
	const thread: Thread = { worker, waiting: new Map() };
	const end = (fault: unknown): void => {
		const at = threads.indexOf(thread);
		if (at >= 0) threads.splice(at, 1);
		for (const { reject } of thread.waiting.values()) reject(fault);
		thread.waiting.clear();
	};
	worker.on('message', (said: Answered<unknown>) => settle(thread, said));
	worker.once('error', end);
	worker.once('exit', (code) => end(new Error(`the thread of ${file} ended with code ${code}`)));
	threads.push(thread);
	return thread;
}

function settle(thread: Thread, said: Answered<unknown>): void {
	const waiting = thread.waiting.get(said.number);
	thread.waiting.delete(said.number);
	if ('fault' in said) waiting?.reject(said.fault);
	else waiting?.resolve(said.answer);
	if (thread.waiting.size > 0) return;
	// A resting thread keeps no process alive.
	thread.worker.unref();
	thread.rest = setTimeout(() => void thread.worker.terminate(), REST_MS);
	thread.rest.unref();
}

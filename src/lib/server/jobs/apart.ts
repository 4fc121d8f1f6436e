import { fork, type ChildProcess } from 'node:child_process';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Given, Told } from './apart-worker.ts';
import { workerFile } from './workers.ts';

interface ApartLimits {
	readonly ms: number;
	readonly memoryMb: number;
}

/** Why a work ended without its answer. */
export type ApartEnd = 'too-slow' | 'out-of-memory' | 'cancelled';

/** Something that is done in a process of its own. */
export interface WorkApart<Answer> {
	readonly finished: Promise<Result<Answer, ApartEnd>>;
	cancel(): void;
}

export interface Work {
	/** The worker of this folder that does it (`apart-worker.ts`). */
	readonly file: string;
	readonly task: unknown;
	/** Bytes that it works on: they flow to it piece by piece and are copied nowhere on the way. */
	readonly files?: readonly Uint8Array[];
	readonly limits: ApartLimits;
}

/**
 * Starts a process that does one work with a limit of memory and of time. `hear` turns what it tells into its answer, or
 * undefined while it is not the last word. A process and not a thread: when the engine gives up over a file, it takes its
 * whole process with it, and that must not be the one that serves requests (ADR 0011).
 */
export function workApart<News, Answer>(
	work: Work,
	hear: (news: News) => Answer | undefined,
): WorkApart<Answer> {
	const child = start(work);
	let end: (result: Result<Answer, ApartEnd>) => void = () => undefined;
	const finished = new Promise<Result<Answer, ApartEnd>>((resolve, reject) => {
		const timer = setTimeout(() => end(err('too-slow')), work.limits.ms);
		end = (result) => {
			clearTimeout(timer);
			resolve(result);
			// One that answered ends by itself.
			if (!result.ok) child.kill('SIGKILL');
		};
		child.on('message', (told: Told<News>) => {
			if ('fault' in told) return reject(asError(told.fault));
			const answer = hear(told.news);
			if (answer !== undefined) end(ok(answer));
		});
		child.once('error', reject);
		// Told after the last message was heard.
		child.once('close', (code, signal) => {
			if (signal !== null && GAVE_UP.has(signal)) end(err('out-of-memory'));
			clearTimeout(timer);
			reject(new Error(`the process of ${work.file} ended with ${signal ?? code}`));
		});
	});
	return { finished, cancel: () => end(err('cancelled')) };
}

/** How a process ends when the engine, or the system, refuses it more memory. */
const GAVE_UP: ReadonlySet<NodeJS.Signals> = new Set(['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGKILL']);

/** Each half of what is new: a file of 20 MB is read as fast as with the usual 16 MB, in 100 MB less. */
const YOUNG_MB = 4;

function start({ file, task, files = [], limits }: Work): ChildProcess {
	const child = fork(workerFile(file), {
		// Flags of this process speak about its own entry (`--input-type`), not about the worker.
		execArgv: [`--max-old-space-size=${limits.memoryMb}`, `--max-semi-space-size=${YOUNG_MB}`],
		serialization: 'advanced',
		// What it says when it breaks comes back as its fault; it needs no secret of this process.
		stdio: [files.length > 0 ? 'pipe' : 'ignore', 'ignore', 'ignore', 'ipc'],
		env: { TZ: process.env['TZ'] },
	});
	const given: Given<unknown> = { task, sizes: files.map(({ length }) => length) };
	// A process that could not start, or is gone already, is told of by its end.
	const ignore = () => undefined;
	child.send(given, ignore);
	child.stdin?.on('error', ignore);
	for (const bytes of files) child.stdin?.write(bytes);
	child.stdin?.end();
	return child;
}

function asError(fault: unknown): Error {
	return fault instanceof Error ? fault : new Error(String(fault));
}

import {
	findStructureOverlaps,
	type AnalysisProgress,
	type StructureAnalysis,
} from '#lib/domain/overlap/index.ts';
import type { Db } from '../db/index.ts';
import { keepThreads, type Watch } from './kept-thread.ts';
import type { OverlapTask } from './overlap-worker.ts';
import { findWorkerFile } from './workers.ts';

/** An analysis that has no answer yet. */
export interface AnalysisRun {
	/** Somebody stopped it: it begins again when somebody starts it. */
	readonly isStopped: boolean;
	/** Null before it was begun. */
	readonly progress: AnalysisProgress | null;
}

/** An analysis that is ready, or how it stands with it. */
export type OverlapJob =
	| { readonly state: 'done'; readonly analysis: StructureAnalysis }
	| { readonly state: 'open'; readonly run: AnalysisRun };

export interface OverlapJobRequest {
	readonly mark: string;
	readonly task: OverlapTask;
	/** Milliseconds that whoever asks waits. */
	readonly patience: number;
	/** Begins again what somebody stopped. */
	readonly restarts?: boolean;
}

interface Entry {
	/** Undefined when it was stopped. */
	readonly promise: Promise<StructureAnalysis | undefined>;
	readonly stop: AbortController;
	settled?: StructureAnalysis;
	progress: AnalysisProgress | null;
}

const MOST_ENTRIES = 12;
/** A second analysis need not wait for a large first one. */
const MOST_THREADS = 2;
const caches = new WeakMap<Db, Map<string, Entry>>();

/**
 * The analysis of the structures behind a mark of their content. It runs in a thread and is kept until
 * the content changes; whoever asks waits at most `patience` milliseconds and otherwise hears how far it is.
 */
export async function overlapJob(db: Db, request: OverlapJobRequest): Promise<OverlapJob> {
	const entry = entryOf(db, request);
	const analysis = entry.settled ?? (await withinPatience(entry.promise, request.patience));
	if (analysis) return { state: 'done', analysis };
	return { state: 'open', run: { isStopped: entry.stop.signal.aborted, progress: entry.progress } };
}

/** Stops the analysis of a mark if it runs; what is ready stays. */
export function stopOverlapJob(db: Db, mark: string): void {
	const entry = cacheOf(db).get(mark);
	if (entry && !entry.settled) entry.stop.abort();
}

function entryOf(db: Db, { mark, task, restarts = false }: OverlapJobRequest): Entry {
	const cache = cacheOf(db);
	const known = cache.get(mark);
	if (known && !(restarts && known.stop.signal.aborted)) return known;
	if (!known && cache.size >= MOST_ENTRIES) cache.delete(cache.keys().next().value ?? '');
	const entry = begin(task);
	cache.set(mark, entry);
	entry.promise.then(
		(analysis) => {
			if (analysis) entry.settled = analysis;
		},
		// A broken analysis is not kept: the next request tries again, and this one hears the fault.
		() => cache.delete(mark),
	);
	return entry;
}

function begin(task: OverlapTask): Entry {
	const stop = new AbortController();
	const { signal } = stop;
	const watch: Watch<AnalysisProgress> = {
		signal,
		onProgress: (progress) => {
			entry.progress = progress;
		},
	};
	const promise = analyse(task, watch).catch((fault: unknown) => {
		if (signal.aborted) return undefined;
		throw fault;
	});
	const entry: Entry = { promise, stop, progress: null };
	return entry;
}

async function withinPatience<T>(promise: Promise<T>, patience: number): Promise<T | undefined> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(resolve, patience, undefined);
	});
	try {
		return await Promise.race([promise, late]);
	} finally {
		clearTimeout(timer);
	}
}

type Ask = (task: OverlapTask, watch: Watch<AnalysisProgress>) => Promise<StructureAnalysis>;
let ask: Ask | undefined;

function analyse(task: OverlapTask, watch: Watch<AnalysisProgress>): Promise<StructureAnalysis> {
	ask ??= prepare();
	return ask(task, watch);
}

/** Without the source of the thread the analysis runs where it is asked. */
function prepare(): Ask {
	const file = findWorkerFile('overlap-worker.ts');
	if (file !== undefined)
		return keepThreads<OverlapTask, StructureAnalysis, AnalysisProgress>(file, MOST_THREADS);
	return (task) => Promise.resolve(findStructureOverlaps(task.structures, task.options));
}

function cacheOf(db: Db): Map<string, Entry> {
	const known = caches.get(db);
	if (known) return known;
	const made = new Map<string, Entry>();
	caches.set(db, made);
	return made;
}

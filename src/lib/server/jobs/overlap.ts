import { findStructureOverlaps, type StructureAnalysis } from '#lib/domain/overlap/index.ts';
import type { Db } from '../db/index.ts';
import { keepThreads } from './kept-thread.ts';
import type { OverlapTask } from './overlap-worker.ts';
import { findWorkerFile } from './thread.ts';

/** An analysis that is ready, still runs, or broke off. */
export type OverlapJob =
	| { readonly state: 'done'; readonly analysis: StructureAnalysis }
	| { readonly state: 'running'; readonly functions: number };

interface Entry {
	readonly promise: Promise<StructureAnalysis>;
	settled?: StructureAnalysis;
}

const MOST_ENTRIES = 12;
/** A second analysis need not wait for a large first one. */
const MOST_THREADS = 2;
const caches = new WeakMap<Db, Map<string, Entry>>();

/**
 * The analysis of the structures behind a mark of their content. It runs in a thread and is kept until
 * the content changes; whoever asks waits at most `patience` milliseconds and otherwise hears that it runs.
 */
export async function overlapJob(
	db: Db,
	request: { readonly mark: string; readonly task: OverlapTask; readonly patience: number },
): Promise<OverlapJob> {
	const entry = entryOf(db, request);
	const analysis = entry.settled ?? (await withinPatience(entry.promise, request.patience));
	if (analysis) return { state: 'done', analysis };
	const functions = request.task.structures.reduce((sum, structure) => sum + structure.functions.length, 0);
	return { state: 'running', functions };
}

function entryOf(db: Db, { mark, task }: { readonly mark: string; readonly task: OverlapTask }): Entry {
	const cache = cacheOf(db);
	const known = cache.get(mark);
	if (known) return known;
	if (cache.size >= MOST_ENTRIES) cache.delete(cache.keys().next().value ?? '');
	const entry: Entry = { promise: analyse(task) };
	cache.set(mark, entry);
	entry.promise.then(
		(analysis) => {
			entry.settled = analysis;
		},
		// A broken analysis is not kept: the next request tries again, and this one hears the fault.
		() => cache.delete(mark),
	);
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

function analyse(task: OverlapTask): Promise<StructureAnalysis> {
	ask ??= prepare();
	return ask(task);
}

let ask: ((task: OverlapTask) => Promise<StructureAnalysis>) | undefined;

/** Without the source of the thread the analysis runs where it is asked. */
function prepare(): (task: OverlapTask) => Promise<StructureAnalysis> {
	const file = findWorkerFile('overlap-worker.ts');
	if (file !== undefined) return keepThreads<OverlapTask, StructureAnalysis>(file, MOST_THREADS);
	return (task) => Promise.resolve(findStructureOverlaps(task.structures, task.options));
}

function cacheOf(db: Db): Map<string, Entry> {
	const known = caches.get(db);
	if (known) return known;
	const made = new Map<string, Entry>();
	caches.set(db, made);
	return made;
}

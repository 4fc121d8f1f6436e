import { Worker } from 'node:worker_threads';
import type { Db } from '../db/index.ts';
import { readRegulation, type RegulationReading, type RegulationTask } from './regulation-task.ts';
import { inTurn, workerFile } from './thread.ts';

const LONGEST_MS = 60_000;
const MEMORY_MB = 384;
const MOST_KNOWN = 8;
const twoByTwo = inTurn(2);
const known = new WeakMap<Db, Map<string, Promise<RegulationReading>>>();

/**
 * Reads a text and sets its functions beside a structure, once for a mark of everything that it is made from. What takes
 * longer than a moment is done in a thread, so that other requests are answered meanwhile.
 */
export function regulationJob(db: Db, mark: string, task: RegulationTask): Promise<RegulationReading> {
	const cache = cacheOf(db);
	const found = cache.get(mark);
	if (found) return found;
	if (cache.size >= MOST_KNOWN) cache.delete(cache.keys().next().value ?? '');
	const reading = isShort(task) ? Promise.resolve(readRegulation(task)) : twoByTwo(() => readApart(task));
	cache.set(mark, reading);
	// What broke is not kept: the next request tries again, and this one hears the fault.
	reading.catch(() => cache.delete(mark));
	return reading;
}

/** So many signs, and so many functions to compare with, are read faster than a thread starts. */
const SHORT_TEXT = 6_000;
const FEW_FUNCTIONS = 400;

function isShort({ content, against }: RegulationTask): boolean {
	return content.length <= SHORT_TEXT && (against?.structure.functions.length ?? 0) <= FEW_FUNCTIONS;
}

function readApart(task: RegulationTask): Promise<RegulationReading> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(workerFile('regulation-worker.ts'), {
			workerData: task,
			execArgv: [],
			resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
		});
		const timer = setTimeout(() => void worker.terminate(), LONGEST_MS);
		worker.once('message', (reading: RegulationReading) => resolve(reading));
		worker.once('error', reject);
		worker.once('exit', (code) => {
			clearTimeout(timer);
			reject(new Error(`the thread that reads a text ended with code ${code}`));
		});
	});
}

function cacheOf(db: Db): Map<string, Promise<RegulationReading>> {
	const found = known.get(db);
	if (found) return found;
	const made = new Map<string, Promise<RegulationReading>>();
	known.set(db, made);
	return made;
}

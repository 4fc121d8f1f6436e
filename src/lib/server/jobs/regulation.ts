import type { Db } from '../db/index.ts';
import { workApart } from './apart.ts';
import { readRegulation, type RegulationReading, type RegulationTask } from './regulation-task.ts';
import { inTurn } from './workers.ts';

const LIMITS = { ms: 60_000, memoryMb: 384 };
const MOST_KNOWN = 8;
const twoByTwo = inTurn(2);
const known = new WeakMap<Db, Map<string, Promise<RegulationReading>>>();

/**
 * Reads a text and sets its functions beside a structure, once for a mark of everything that it is made from. What takes
 * longer than a moment is done in a process of its own, so that other requests are answered meanwhile.
 */
export function regulationJob(db: Db, mark: string, task: RegulationTask): Promise<RegulationReading> {
	const cache = cacheOf(db);
	const found = cache.get(mark);
	if (found) return found;
	if (cache.size >= MOST_KNOWN) cache.delete(cache.keys().next().value ?? '');
	const reading = isShort(task) ? Promise.resolve(readRegulation(task)) : twoByTwo(() => readInProcess(task));
	cache.set(mark, reading);
	// What broke is not kept: the next request tries again, and this one hears the fault.
	reading.catch(() => cache.delete(mark));
	return reading;
}

/** So many signs, and so many functions to compare with, are read faster than a process starts. */
const SHORT_TEXT = 6_000;
const FEW_FUNCTIONS = 400;

function isShort({ content, against }: RegulationTask): boolean {
	return content.length <= SHORT_TEXT && (against?.structure.functions.length ?? 0) <= FEW_FUNCTIONS;
}

async function readInProcess(task: RegulationTask): Promise<RegulationReading> {
	const work = { file: 'regulation-worker.ts', task, limits: LIMITS };
	const read = await workApart<RegulationReading, RegulationReading>(work, (reading) => reading).finished;
	if (!read.ok) throw new Error(`the text was not read: ${read.error}`);
	return read.value;
}

function cacheOf(db: Db): Map<string, Promise<RegulationReading>> {
	const found = known.get(db);
	if (found) return found;
	const made = new Map<string, Promise<RegulationReading>>();
	known.set(db, made);
	return made;
}

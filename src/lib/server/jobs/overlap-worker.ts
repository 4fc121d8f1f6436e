import { parentPort, workerData } from 'node:worker_threads';
import { findStructureOverlaps, type OverlapOptions } from '#lib/domain/overlap/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';

/** What the thread is given. */
export interface OverlapTask {
	readonly structures: readonly Structure[];
	readonly options: Partial<OverlapOptions>;
}

const { structures, options }: OverlapTask = workerData;
parentPort?.postMessage(findStructureOverlaps(structures, options));

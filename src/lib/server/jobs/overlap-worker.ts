import { parentPort } from 'node:worker_threads';
import {
	findStructureOverlaps,
	type OverlapOptions,
	type StructureAnalysis,
} from '#lib/domain/overlap/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import type { Answered, Asked } from './kept-thread.ts';

/** What the thread is given. */
export interface OverlapTask {
	readonly structures: readonly Structure[];
	readonly options: Partial<OverlapOptions>;
}

parentPort?.on('message', ({ number, task }: Asked<OverlapTask>) => {
	parentPort?.postMessage(answer(number, task));
});

function answer(number: number, { structures, options }: OverlapTask): Answered<StructureAnalysis> {
	try {
		return { number, answer: findStructureOverlaps(structures, options) };
	} catch (fault) {
		return { number, fault };
	}
}

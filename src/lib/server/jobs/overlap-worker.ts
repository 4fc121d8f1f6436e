import { parentPort } from 'node:worker_threads';
import {
	findStructureOverlaps,
	type AnalysisProgress,
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

type Said = Answered<StructureAnalysis, AnalysisProgress>;

parentPort?.on('message', ({ number, task }: Asked<OverlapTask>) => {
	say(answer(number, task));
});

function answer(number: number, { structures, options }: OverlapTask): Said {
	try {
		const tell = (progress: AnalysisProgress) => say({ number, progress });
		return { number, answer: findStructureOverlaps(structures, options, tell) };
	} catch (fault) {
		return { number, fault };
	}
}

function say(said: Said): void {
	parentPort?.postMessage(said);
}

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
	findNearShare,
	findPairs,
	joinTopPairs,
	nearLimit,
	nearSource,
	readNearShares,
	type Corpus,
	type FoundPairs,
	type NearShare,
	type PairOptions,
} from '#lib/domain/overlap/index.ts';
import type { NearTask } from './overlap-near-worker.ts';

const WORKER = join(import.meta.dirname, 'overlap-near-worker.ts');
/** Below this many rows starting a second thread costs more than it saves. */
const PAYS_FROM_ROWS = 20_000;

/**
 * What {@link findPairs} finds with `top`, looked for in two threads: this one takes every other row. Without `top` the
 * list may be too long to be carried between threads, and one thread looks for it.
 */
export async function findPairsInThreads(
	corpus: Corpus,
	options: PairOptions,
	{ paysFrom = PAYS_FROM_ROWS }: { readonly paysFrom?: number } = {},
): Promise<FoundPairs> {
	const { threshold, top } = options;
	if (top === null || corpus.rows.count < paysFrom) return findPairs(corpus, options);
	const source = nearSource(corpus);
	const part = { threshold, top: nearLimit(top), step: 2 };
	const other = shareOfThread({ source, part: { ...part, from: 1 } });
	const own = findNearShare(source, { ...part, from: 0 });
	return joinTopPairs(corpus, { threshold, top }, readNearShares([own, await other]));
}

function shareOfThread(task: NearTask): Promise<NearShare> {
	return new Promise((resolve, reject) => {
		// Flags of the process speak about its own entry (`--input-type`), not about the file of the thread.
		const worker = new Worker(WORKER, { workerData: task, execArgv: [] });
		worker.once('message', resolve);
		worker.once('error', reject);
		worker.once('exit', (code) => reject(new Error(`the search thread ended with code ${code}`)));
	});
}

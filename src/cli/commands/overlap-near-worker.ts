import { parentPort, workerData } from 'node:worker_threads';
import { findNearShare, type NearSource, type RowShare } from '#lib/domain/overlap/index.ts';

/** What the thread is given. */
export interface NearTask {
	readonly source: NearSource;
	readonly part: RowShare & { readonly threshold: number; readonly top: number };
}

const { source, part }: NearTask = workerData;
const share = findNearShare(source, part);
parentPort?.postMessage(share, [
	share.start.buffer,
	share.rows.buffer,
	share.products.buffer,
] as ArrayBuffer[]);

import { parentPort, workerData } from 'node:worker_threads';
import type { FileRefusalCode } from '#lib/domain/imports/index.ts';
import type { DocumentParts } from '#lib/domain/publication/index.ts';
import { UnreadableFile } from '../reading/limits.ts';
import { readPaper } from '../reading/paper.ts';

/** What the thread is given. */
export interface PaperTask {
	readonly bytes: Uint8Array;
}

/** What it answers, once. */
export type PaperNews =
	| { readonly kind: 'read'; readonly parts: DocumentParts }
	| { readonly kind: 'refused'; readonly code: FileRefusalCode };

const task: PaperTask = workerData;
const tell = (news: PaperNews) => parentPort?.postMessage(news);
try {
	const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
	tell({ kind: 'read', parts: await readPaper(bytes) });
} catch (error) {
	if (!(error instanceof UnreadableFile)) throw error;
	tell({ kind: 'refused', code: error.code });
}

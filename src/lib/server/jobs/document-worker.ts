import { parentPort, workerData } from 'node:worker_threads';
import type { FileRefusalCode } from '#lib/domain/imports/index.ts';
import { readDocument, type ReadDocument } from '../reading/document.ts';
import { UnreadableFile } from '../reading/limits.ts';

/** What the thread is given. */
export interface DocumentTask {
	readonly bytes: Uint8Array;
}

/** What it answers, once. */
export type DocumentNews =
	| { readonly kind: 'read'; readonly document: ReadDocument }
	| { readonly kind: 'refused'; readonly code: FileRefusalCode };

const task: DocumentTask = workerData;
const tell = (news: DocumentNews) => parentPort?.postMessage(news);
try {
	const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
	tell({ kind: 'read', document: await readDocument(bytes) });
} catch (error) {
	if (!(error instanceof UnreadableFile)) throw error;
	tell({ kind: 'refused', code: error.code });
}

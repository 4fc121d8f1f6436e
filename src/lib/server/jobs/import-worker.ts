import { parentPort, workerData } from 'node:worker_threads';
import type { FileRefusalCode, ReadFile, TextLayout } from '#lib/domain/imports/index.ts';
import { UnreadableFile } from '../reading/limits.ts';
import { readTables } from '../reading/read-file.ts';

/** What the thread is given. */
export interface ImportTask {
	readonly bytes: Uint8Array;
	readonly name: string;
	readonly layout: Partial<TextLayout>;
	readonly isNamedWorkbook?: boolean;
}

/** What it tells, once or several times. */
export type ImportNews =
	| { readonly kind: 'progress'; readonly done: number; readonly total: number }
	| { readonly kind: 'read'; readonly file: ReadFile }
	| { readonly kind: 'refused'; readonly code: FileRefusalCode };

const task: ImportTask = workerData;
const tell = (news: ImportNews) => parentPort?.postMessage(news);
try {
	const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
	const progress = (done: number, total: number) => tell({ kind: 'progress', done, total });
	const { name, layout, isNamedWorkbook = false } = task;
	tell({ kind: 'read', file: await readTables(bytes, { name, layout, isNamedWorkbook, progress }) });
} catch (error) {
	if (!(error instanceof UnreadableFile)) throw error;
	tell({ kind: 'refused', code: error.code });
}

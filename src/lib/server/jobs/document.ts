import { Worker } from 'node:worker_threads';
import type { FileRefusalCode } from '#lib/domain/imports/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { ReadDocument } from '../reading/document.ts';
import type { DocumentNews, DocumentTask } from './document-worker.ts';
import { inTurn, workerFile } from './thread.ts';

const LONGEST_MS = 20_000;
const MEMORY_MB = 192;
/** As many as the import of tables reads at once. */
const twoByTwo = inTurn(2);

/** Reads a document in a thread with a limit of memory and of time; whatever the file does, requests are answered. */
export function readDocumentApart(
	bytes: Uint8Array,
	limits = { ms: LONGEST_MS, memoryMb: MEMORY_MB },
): Promise<Result<ReadDocument, FileRefusalCode>> {
	return twoByTwo(() => read(bytes, limits));
}

function read(
	bytes: Uint8Array,
	limits: { readonly ms: number; readonly memoryMb: number },
): Promise<Result<ReadDocument, FileRefusalCode>> {
	const task: DocumentTask = { bytes };
	const worker = new Worker(workerFile('document-worker.ts'), {
		workerData: task,
		resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 32 },
	});
	return new Promise((resolve, reject) => {
		const settle = (answer: Result<ReadDocument, FileRefusalCode>) => {
			clearTimeout(timer);
			resolve(answer);
			void worker.terminate();
		};
		const timer = setTimeout(() => settle(err('file/too-slow')), limits.ms);
		worker.on('message', (news: DocumentNews) =>
			settle(news.kind === 'read' ? ok(news.document) : err(news.code)),
		);
		worker.once('error', (error) => {
			clearTimeout(timer);
			const { code } = error as NodeJS.ErrnoException;
			if (code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(err('file/out-of-memory'));
			else reject(error instanceof Error ? error : new Error('the reading thread failed'));
		});
		worker.once('exit', (code) => {
			clearTimeout(timer);
			if (code !== 0) reject(new Error(`the reading thread ended with code ${code}`));
		});
	});
}

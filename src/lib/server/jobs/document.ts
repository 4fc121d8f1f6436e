import type { FileRefusalCode } from '#lib/domain/imports/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { ReadDocument } from '../reading/document.ts';
import type { DocumentNews } from './document-worker.ts';
import { readApart } from './reading.ts';
import { inTurn } from './workers.ts';

const LIMITS = { ms: 20_000, memoryMb: 192 };
/** As many as the import of tables reads at once. */
const twoByTwo = inTurn(2);

/** Reads a document in a process of its own with a limit of memory and of time; whatever the file does, requests are answered. */
export function readDocumentApart(
	bytes: Uint8Array,
	limits = LIMITS,
): Promise<Result<ReadDocument, FileRefusalCode>> {
	const work = { file: 'document-worker.ts', task: null, files: [bytes], limits };
	return twoByTwo(
		() =>
			readApart<DocumentNews, ReadDocument>(work, (news) =>
				news.kind === 'read' ? ok(news.document) : err(news.code),
			).finished,
	);
}

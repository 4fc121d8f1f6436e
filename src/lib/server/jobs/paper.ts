import type { FileRefusalCode } from '#lib/domain/imports/index.ts';
import type { DocumentParts } from '#lib/domain/publication/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { PaperNews } from './paper-worker.ts';
import { readApart } from './reading.ts';
import { inTurn } from './workers.ts';

const LIMITS = { ms: 20_000, memoryMb: 192 };
const twoByTwo = inTurn(2);

/** Reads a paper in a process of its own with a limit of memory and of time; whatever the file does, requests are answered. */
export function readPaperApart(
	bytes: Uint8Array,
	limits = LIMITS,
): Promise<Result<DocumentParts, FileRefusalCode>> {
	const work = { file: 'paper-worker.ts', task: null, files: [bytes], limits };
	return twoByTwo(
		() =>
			readApart<PaperNews, DocumentParts>(work, (news) =>
				news.kind === 'read' ? ok(news.parts) : err(news.code),
			).finished,
	);
}

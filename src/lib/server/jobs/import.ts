import type { FileRefusalCode, ReadFile } from '#lib/domain/imports/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { ImportNews, ImportTask } from './import-worker.ts';
import { readApart, type ReadingApart } from './reading.ts';

export type FileReading = Result<ReadFile, FileRefusalCode>;

/** A reading that goes on in its own process. */
export interface ImportJob extends ReadingApart<ReadFile> {
	/** Part of the file that was read, 0–1. */
	progress(): number;
}

const LIMITS = { ms: 60_000, memoryMb: 320 };

/** Reads the tables of a file apart, so that requests are answered meanwhile. */
export function startReading(task: ImportTask, limits = LIMITS): ImportJob {
	let progress = 0;
	const reading = readApart<ImportNews, ReadFile>({ file: 'import-worker.ts', task, limits }, (news) => {
		if (news.kind !== 'progress') return news.kind === 'read' ? ok(news.file) : err(news.code);
		progress = news.total === 0 ? 0 : news.done / news.total;
		return undefined;
	});
	return { ...reading, progress: () => progress };
}

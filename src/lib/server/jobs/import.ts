import type { FileRefusalCode, GridRow, ReadFile } from '#lib/domain/imports/index.ts';
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
export function startReading(
	{ bytes, ...task }: ImportTask & { readonly bytes: Uint8Array },
	limits = LIMITS,
): ImportJob {
	let progress = 0;
	const told: GridRow[][] = [];
	const work = { file: 'import-worker.ts', task, files: [bytes], limits };
	const reading = readApart<ImportNews, ReadFile>(work, (news) => {
		if (news.kind === 'read') return ok(withRows(news.file, told));
		if (news.kind === 'refused') return err(news.code);
		if (news.kind === 'rows') (told[news.sheet] ??= []).push(...news.rows);
		else progress = news.total === 0 ? 0 : news.done / news.total;
		return undefined;
	});
	return { ...reading, progress: () => progress };
}

/** The file with the rows that were told before its last ones. */
function withRows(file: ReadFile, told: readonly (readonly GridRow[] | undefined)[]): ReadFile {
	const sheets = file.sheets.map((grid, at) => ({ ...grid, rows: [...(told[at] ?? []), ...grid.rows] }));
	return { ...file, sheets };
}

import type { FileRefusalCode, GridRow, ReadFile, TextLayout } from '#lib/domain/imports/index.ts';
import { UnreadableFile } from '../reading/limits.ts';
import { readTables } from '../reading/read-file.ts';
import { serveApart } from './apart-worker.ts';

/** What the process is given; the file comes behind it. */
export interface ImportTask {
	readonly name: string;
	readonly layout: Partial<TextLayout>;
	readonly isNamedWorkbook?: boolean;
}

/** What it tells: many times how far it is and what it has, and once, at last, how it ended. */
export type ImportNews =
	| { readonly kind: 'progress'; readonly done: number; readonly total: number }
	/** The next rows of a sheet, by its place among the sheets. */
	| { readonly kind: 'rows'; readonly sheet: number; readonly rows: readonly GridRow[] }
	/** The file, with those rows of its sheets that were not told yet. */
	| { readonly kind: 'read'; readonly file: ReadFile }
	| { readonly kind: 'refused'; readonly code: FileRefusalCode };

serveApart<ImportTask, ImportNews>(async (task, tell, [bytes = Buffer.alloc(0)]) => {
	const progress = (done: number, total: number) => void tell({ kind: 'progress', done, total });
	const hand = (sheet: number, rows: readonly GridRow[]) => tell({ kind: 'rows', sheet, rows });
	try {
		const file = await readTables(bytes, { ...task, progress, hand });
		await tell({ kind: 'read', file });
	} catch (error) {
		if (!(error instanceof UnreadableFile)) throw error;
		await tell({ kind: 'refused', code: error.code });
	}
});

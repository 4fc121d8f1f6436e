import type { FileRefusalCode, ReadFile, TextLayout } from '#lib/domain/imports/index.ts';
import { UnreadableFile } from '../reading/limits.ts';
import { readTables } from '../reading/read-file.ts';
import { asBuffer, serveApart } from './apart-worker.ts';

/** What the process is given. */
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

serveApart<ImportTask, ImportNews>(async ({ bytes, name, layout, isNamedWorkbook = false }, tell) => {
	const progress = (done: number, total: number) => tell({ kind: 'progress', done, total });
	try {
		const file = await readTables(asBuffer(bytes), { name, layout, isNamedWorkbook, progress });
		tell({ kind: 'read', file });
	} catch (error) {
		if (!(error instanceof UnreadableFile)) throw error;
		tell({ kind: 'refused', code: error.code });
	}
});

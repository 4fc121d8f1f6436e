import type { FileRefusalCode } from '#lib/domain/imports/index.ts';
import type { DocumentParts } from '#lib/domain/publication/index.ts';
import { UnreadableFile } from '../reading/limits.ts';
import { readPaper } from '../reading/paper.ts';
import { asBuffer, serveApart } from './apart-worker.ts';

/** What the process is given. */
export interface PaperTask {
	readonly bytes: Uint8Array;
}

/** What it answers, once. */
export type PaperNews =
	| { readonly kind: 'read'; readonly parts: DocumentParts }
	| { readonly kind: 'refused'; readonly code: FileRefusalCode };

serveApart<PaperTask, PaperNews>(async ({ bytes }, tell) => {
	try {
		tell({ kind: 'read', parts: await readPaper(asBuffer(bytes)) });
	} catch (error) {
		if (!(error instanceof UnreadableFile)) throw error;
		tell({ kind: 'refused', code: error.code });
	}
});

import type { FileRefusalCode } from '#lib/domain/imports/index.ts';
import { readDocument, type ReadDocument } from '../reading/document.ts';
import { UnreadableFile } from '../reading/limits.ts';
import { asBuffer, serveApart } from './apart-worker.ts';

/** What the process is given. */
export interface DocumentTask {
	readonly bytes: Uint8Array;
}

/** What it answers, once. */
export type DocumentNews =
	| { readonly kind: 'read'; readonly document: ReadDocument }
	| { readonly kind: 'refused'; readonly code: FileRefusalCode };

serveApart<DocumentTask, DocumentNews>(async ({ bytes }, tell) => {
	try {
		tell({ kind: 'read', document: await readDocument(asBuffer(bytes)) });
	} catch (error) {
		if (!(error instanceof UnreadableFile)) throw error;
		tell({ kind: 'refused', code: error.code });
	}
});

import type { FileRefusalCode } from '#lib/domain/imports/index.ts';
import { readDocument, type ReadDocument } from '../reading/document.ts';
import { UnreadableFile } from '../reading/limits.ts';
import { serveApart } from './apart-worker.ts';

/** What it answers, once. */
export type DocumentNews =
	| { readonly kind: 'read'; readonly document: ReadDocument }
	| { readonly kind: 'refused'; readonly code: FileRefusalCode };

serveApart<null, DocumentNews>(async (_, tell, [bytes = Buffer.alloc(0)]) => {
	try {
		await tell({ kind: 'read', document: await readDocument(bytes) });
	} catch (error) {
		if (!(error instanceof UnreadableFile)) throw error;
		await tell({ kind: 'refused', code: error.code });
	}
});

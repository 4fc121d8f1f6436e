import type { FileRefusalCode } from '#lib/domain/imports/index.ts';
import type { DocumentParts } from '#lib/domain/publication/index.ts';
import { UnreadableFile } from '../reading/limits.ts';
import { readPaper } from '../reading/paper.ts';
import { serveApart } from './apart-worker.ts';

/** What it answers, once. */
export type PaperNews =
	| { readonly kind: 'read'; readonly parts: DocumentParts }
	| { readonly kind: 'refused'; readonly code: FileRefusalCode };

serveApart<null, PaperNews>(async (_, tell, [bytes = Buffer.alloc(0)]) => {
	try {
		await tell({ kind: 'read', parts: await readPaper(bytes) });
	} catch (error) {
		if (!(error instanceof UnreadableFile)) throw error;
		await tell({ kind: 'refused', code: error.code });
	}
});

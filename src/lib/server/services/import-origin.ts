import { isVersionSheet, versionOfFile, type ImportBatch, type ReadFile } from '#lib/domain/imports/index.ts';
import type { Ctx } from '../context.ts';
import { listVersions } from '../queries/version.ts';

/**
 * What a file is compared with: the version that it was taken out of, or, where that is adopted, what is in force. A
 * file from elsewhere goes into the newest draft.
 */
export async function targetOfFile(
	ctx: Ctx,
	batch: ImportBatch,
	file: ReadFile,
): Promise<ImportBatch['versionId']> {
	const from = versionOfFile(file.sheets);
	const origin = (await listVersions(ctx.db, batch.municipalityId)).find(({ id }) => id === from);
	if (!origin) return batch.versionId;
	return origin.status === 'working' ? origin.id : null;
}

/** The sheet that names the version is none that a person hid. */
export function notesWithoutVersion({ notes, sheets }: ReadFile): ReadFile['notes'] {
	if (!sheets.some(isVersionSheet)) return notes;
	return notes
		.map((note) => (note.code === 'file/hidden-sheets' ? { ...note, count: note.count - 1 } : note))
		.filter(({ count }) => count > 0);
}

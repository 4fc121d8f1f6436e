import type { FileRefusalCode, ReadFile } from '#lib/domain/imports/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { UnreadableFile } from '../reading/limits.ts';
import { readTables } from '../reading/read-file.ts';
import { asBuffer, serveApart } from './apart-worker.ts';

/** Files that came back together. */
export interface SurveyFilesTask {
	readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}
export type SurveyFileReading = Result<ReadFile, FileRefusalCode>;

serveApart<SurveyFilesTask, readonly SurveyFileReading[]>(async ({ files }, tell) => {
	const readings: SurveyFileReading[] = [];
	for (const { name, bytes } of files) readings.push(await readOne(name, bytes));
	tell(readings);
});

async function readOne(name: string, bytes: Uint8Array): Promise<SurveyFileReading> {
	try {
		return ok(await readTables(asBuffer(bytes), { name, isNamedWorkbook: true }));
	} catch (error) {
		if (error instanceof UnreadableFile) return err(error.code);
		throw error;
	}
}

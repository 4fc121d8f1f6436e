import type { FileRefusalCode, ReadFile } from '#lib/domain/imports/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { UnreadableFile } from '../reading/limits.ts';
import { readTables } from '../reading/read-file.ts';
import { serveApart } from './apart-worker.ts';

/** The names of files that came back together, in their order. */
export type SurveyFilesTask = readonly string[];
export type SurveyFileReading = Result<ReadFile, FileRefusalCode>;

serveApart<SurveyFilesTask, readonly SurveyFileReading[]>(async (names, tell, files) => {
	const readings: SurveyFileReading[] = [];
	for (const [at, bytes] of files.entries()) readings.push(await readOne(names[at] ?? '', bytes));
	await tell(readings);
});

async function readOne(name: string, bytes: Buffer): Promise<SurveyFileReading> {
	try {
		return ok(await readTables(bytes, { name, isNamedWorkbook: true }));
	} catch (error) {
		if (error instanceof UnreadableFile) return err(error.code);
		throw error;
	}
}

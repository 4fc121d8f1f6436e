import { parentPort, workerData } from 'node:worker_threads';
import type { FileRefusalCode, ReadFile } from '#lib/domain/imports/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { UnreadableFile } from '../reading/limits.ts';
import { readTables } from '../reading/read-file.ts';

/** Files that came back together. */
export interface SurveyFilesTask {
	readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}
export type SurveyFileReading = Result<ReadFile, FileRefusalCode>;

const task: SurveyFilesTask = workerData;
const readings: SurveyFileReading[] = [];
for (const { name, bytes } of task.files) readings.push(await readOne(name, bytes));
parentPort?.postMessage(readings);

async function readOne(name: string, bytes: Uint8Array): Promise<SurveyFileReading> {
	try {
		const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		return ok(await readTables(buffer, { name, isNamedWorkbook: true }));
	} catch (error) {
		if (error instanceof UnreadableFile) return err(error.code);
		throw error;
	}
}

import { err, ok } from '#lib/domain/shared/index.ts';
import { readApart } from './reading.ts';
import type { SurveyFileReading, SurveyFilesTask } from './survey-worker.ts';

const LIMITS = { ms: 60_000, memoryMb: 320 };

/**
 * Reads questionnaires that came back, all in one process, so that forty of them cost one start of it. When the
 * process is broken by one of them, every file is refused for that reason: none of them was stored.
 */
export async function readSurveyFiles(
	files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
	limits = LIMITS,
): Promise<readonly SurveyFileReading[]> {
	const task: SurveyFilesTask = files.map(({ name }) => name);
	const work = { file: 'survey-worker.ts', task, files: files.map(({ bytes }) => bytes), limits };
	const reading = readApart<readonly SurveyFileReading[], readonly SurveyFileReading[]>(work, (readings) =>
		ok(readings),
	);
	const read = await reading.finished;
	return read.ok ? read.value : files.map(() => err(read.error));
}

import { err, ok } from '#lib/domain/shared/index.ts';
import { startThread } from './reading-thread.ts';
import type { SurveyFileReading, SurveyFilesTask } from './survey-worker.ts';

const LIMITS = { ms: 60_000, memoryMb: 320 };

/**
 * Reads questionnaires that came back, all in one thread, so that forty of them cost one start of a thread. When the
 * thread is broken by one of them, every file is refused for that reason: none of them was stored.
 */
export async function readSurveyFiles(
	files: SurveyFilesTask['files'],
	limits = LIMITS,
): Promise<readonly SurveyFileReading[]> {
	const task: SurveyFilesTask = { files };
	const thread = startThread<readonly SurveyFileReading[], readonly SurveyFileReading[]>(
		{ file: 'survey-worker.ts', task, limits },
		(readings) => ok(readings),
	);
	const read = await thread.finished;
	return read.ok ? read.value : files.map(() => err(read.error));
}

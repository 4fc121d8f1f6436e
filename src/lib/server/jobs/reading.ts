import type { FileRefusalCode } from '#lib/domain/imports/index.ts';
import { err, type Result } from '#lib/domain/shared/index.ts';
import { workApart, type Work } from './apart.ts';

/** Something that is being read in a process of its own. */
export interface ReadingApart<Read> {
	readonly finished: Promise<Result<Read, FileRefusalCode>>;
	cancel(): void;
}

/**
 * Starts reading a file apart. `hear` turns what is told into the answer, or undefined while it is not the last word.
 * Whatever the file does to its reader, it ends in an answer.
 */
export function readApart<News, Read>(
	work: Work,
	hear: (news: News) => Result<Read, FileRefusalCode> | undefined,
): ReadingApart<Read> {
	const { finished, cancel } = workApart(work, hear);
	return {
		finished: finished.then((ended) => (ended.ok ? ended.value : err(`file/${ended.error}` as const))),
		cancel,
	};
}

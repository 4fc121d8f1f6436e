import type { IsoDate } from '../shared/index.ts';

export const OPINION_SOURCES = [
	'unit',
	'employees',
	'union',
	'councillor',
	'citizen',
	'organisation',
] as const;
/** структурно звено, служители, синдикална организация, общински съветник, гражданин, организация. */
export type OpinionSource = (typeof OPINION_SOURCES)[number];

export const OPINION_ANSWERS = ['accepted', 'partly', 'not-accepted'] as const;
/** приема се, приема се частично, не се приема. */
export type OpinionAnswer = (typeof OPINION_ANSWERS)[number];

/** Sources whose name is that of a private person: only whoever keeps the ledger reads it. */
export const PERSONAL_SOURCES: ReadonlySet<OpinionSource> = new Set(['citizen', 'employees']);

/** How many opinions of one source came in, and what was answered to them. */
export interface OpinionCounts {
	readonly source: OpinionSource;
	readonly received: number;
	readonly answers: Readonly<Record<OpinionAnswer, number>>;
	/** Without an answer yet. */
	readonly waiting: number;
}

/**
 * Opinions by their source, in the order of the sources; a source that sent none is left out.
 * In every row received = accepted + partly + not accepted + waiting.
 * Example: two units, one accepted and one waiting → { source: 'unit', received: 2, accepted 1, waiting 1 }.
 */
export function countOpinions(
	opinions: readonly { readonly source: OpinionSource; readonly answer: OpinionAnswer | null }[],
): readonly OpinionCounts[] {
	return OPINION_SOURCES.flatMap((source) => {
		const own = opinions.filter((opinion) => opinion.source === source);
		const count = (answer: OpinionAnswer | null) => own.filter((opinion) => opinion.answer === answer).length;
		const answers = {
			accepted: count('accepted'),
			partly: count('partly'),
			'not-accepted': count('not-accepted'),
		};
		return own.length === 0 ? [] : [{ source, received: own.length, answers, waiting: count(null) }];
	});
}

/** An opinion was received on a day that has come. Error code `review/received-in-future`. */
export function checkReceived(
	receivedOn: IsoDate,
	today: IsoDate,
): { readonly code: 'review/received-in-future'; readonly today: IsoDate } | null {
	return receivedOn > today ? { code: 'review/received-in-future', today } : null;
}

/** An answer says why; „приема се“ may stand alone. Error code `review/answer-without-motive`. */
export function checkAnswer(answer: {
	readonly answer: OpinionAnswer | null;
	readonly motive: string;
}): { readonly code: 'review/answer-without-motive' } | null {
	const needsMotive = answer.answer === 'partly' || answer.answer === 'not-accepted';
	return needsMotive && answer.motive.trim() === '' ? { code: 'review/answer-without-motive' } : null;
}

import type { PaperDecision, PaperFacts, PaperVote } from '#lib/domain/publication/index.ts';
import type { Colophon } from '../shared/cover.ts';

/** The papers of the council: totals, structure to directorates, other activities, the decision. */
export const COUNCIL_PAPERS = [
	'report',
	'draft',
	'annex-structure',
	'annex-counts',
	'annex-other',
	'minutes',
	'decision',
] as const;
/** The papers of the mayor: functions, lower units, staffing table, job descriptions. */
export const MAYOR_PAPERS = ['rules', 'staffing', 'job-descriptions'] as const;
export const PAPER_KINDS = [...COUNCIL_PAPERS, ...MAYOR_PAPERS] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** What all papers of a proposal are made from. */
export interface PaperModel {
	readonly colophon: Colophon;
	/** What was submitted. */
	readonly submitted: PaperFacts;
	/** What was adopted; null until then, and when the proposal was rejected. */
	readonly adopted: PaperFacts | null;
	readonly decision: PaperDecision | null;
	readonly vote: PaperVote | null;
}

/** The facts that annexes and papers of the mayor state: those of the decision once there is one. */
export function factsInForce({ adopted, submitted }: PaperModel): PaperFacts {
	return adopted ?? submitted;
}

/** The papers that can be made now: minutes after a vote, the decision after it was taken. */
export function papersOf({ decision, vote }: Pick<PaperModel, 'decision' | 'vote'>): readonly PaperKind[] {
	return PAPER_KINDS.filter((kind) => {
		if (kind === 'minutes') return vote !== null;
		return kind !== 'decision' || decision !== null;
	});
}

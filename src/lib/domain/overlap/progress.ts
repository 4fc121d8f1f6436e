/** The parts of an analysis, in their order: statements are read, like ones are looked for, their pairs are explained. */
export const ANALYSIS_STEPS = ['read', 'search', 'explain'] as const;

/** How far an analysis is: the step, and how many of its statements (for `explain`: pairs) are done. */
export interface AnalysisProgress {
	readonly step: (typeof ANALYSIS_STEPS)[number];
	readonly done: number;
	readonly of: number;
}

/** Told from time to time how far an analysis is; what it does with that changes nothing of the answer. */
export type TellProgress = (progress: AnalysisProgress) => void;

const TIMES = 50;

/**
 * Tells of one step at its beginning and at most {@link TIMES} times on the way, always with a rising number of what is
 * done. Example: of 252 statements it tells 0, 6, 12, …, 252.
 */
export function tellSteps(
	tell: TellProgress | undefined,
	step: AnalysisProgress['step'],
	of: number,
): (done: number) => void {
	const every = Math.max(1, Math.ceil(of / TIMES));
	tell?.({ step, done: 0, of });
	return (done) => {
		if (done % every === 0) tell?.({ step, done, of });
	};
}

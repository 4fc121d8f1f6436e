import { isOpen, type JudgedOverlap } from './verdicts.ts';

/** Pairs of functions of different units that still wait for a decision, by the label that the analysis gives. */
export interface OpenOverlapCounts {
	readonly duplication: number;
	readonly overlap: number;
}

/**
 * „Нерешени припокривания“: duplications and overlaps between units on whose present wording nobody has decided.
 * Related pairs are no overlaps and are not counted. The overlaps page, the impact of a scenario and the papers all
 * count here. Example: two duplications, one of them decided, three overlaps and a related pair → 1 and 3.
 */
export function countOpenOverlaps(judged: readonly JudgedOverlap[]): OpenOverlapCounts {
	const open = judged.filter(isOpen);
	const count = (label: keyof OpenOverlapCounts) =>
		open.filter(({ overlap }) => overlap.label === label).length;
	return { duplication: count('duplication'), overlap: count('overlap') };
}

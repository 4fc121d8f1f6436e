import type { JudgedPair } from './labelled.ts';

/** A share with its 95 % interval of Wilson; `of` is what it is a share of. */
export interface Share {
	readonly hits: number;
	readonly of: number;
	readonly value: number;
	readonly from: number;
	readonly to: number;
}

export interface QualityFigures {
	readonly pairs: number;
	/** Of the pairs called duplication or overlap, those that are. */
	readonly precision: Share;
	/** Of the pairs that are duplication or overlap, those called so. */
	readonly recall: Share;
	/** Of the duplications, those called duplication. */
	readonly duplicationRight: Share;
	/** Of the pairs called duplication, those that are. */
	readonly duplicationPrecision: Share;
}

export function isCalledOverlap({ answer }: JudgedPair): boolean {
	return answer === 'duplication' || answer === 'overlap';
}

export function isWrong(pair: JudgedPair): boolean {
	return isCalledOverlap(pair) !== (pair.label !== 'other');
}

export function qualityOf(judged: readonly JudgedPair[]): QualityFigures {
	const are = judged.filter(({ label }) => label !== 'other');
	const called = judged.filter(isCalledOverlap);
	const duplications = judged.filter(({ label }) => label === 'duplication');
	const calledDuplication = judged.filter(({ answer }) => answer === 'duplication');
	return {
		pairs: judged.length,
		precision: shareOf(called.filter(({ label }) => label !== 'other').length, called.length),
		recall: shareOf(are.filter(isCalledOverlap).length, are.length),
		duplicationRight: shareOf(
			duplications.filter(({ answer }) => answer === 'duplication').length,
			duplications.length,
		),
		duplicationPrecision: shareOf(
			calledDuplication.filter(({ label }) => label === 'duplication').length,
			calledDuplication.length,
		),
	};
}

/**
 * Wilson's interval for `hits` of `of` at 95 % (z = 1,96): (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n).
 * Example: 42 of 42 → 0,916–1.
 */
export function shareOf(hits: number, of: number): Share {
	if (of === 0) return { hits, of, value: 0, from: 0, to: 1 };
	const z = 1.96;
	const p = hits / of;
	const middle = p + (z * z) / (2 * of);
	const spread = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
	const scale = 1 + (z * z) / of;
	return {
		hits,
		of,
		value: p,
		from: Math.max(0, (middle - spread) / scale),
		to: Math.min(1, (middle + spread) / scale),
	};
}

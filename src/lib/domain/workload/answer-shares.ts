import { share, type Share } from '../shared/index.ts';

/** Answer to one question of a criterion; null is not answered yet. */
export type CriterionAnswer = 'yes' | 'partly' | 'no' | 'not-applicable' | null;

const POINTS = { yes: 2, partly: 1, no: 0 } as const;

/**
 * Score of relevance, effectiveness or efficiency: points ÷ (2 × applicable answered questions). What is not answered or
 * not applicable is left out, never taken as „Не“; null when nothing is left.
 * Example (oracle T19): Да, Да, Частично, Не, Неприложимо → 5 ÷ 8 = 62,5 %. Source: methodology §1.3.
 */
export function criterionScore(answers: readonly CriterionAnswer[]): Share | null {
	const points = answers.flatMap((answer) =>
		answer === null || answer === 'not-applicable' ? [] : [POINTS[answer]],
	);
	if (points.length === 0) return null;
	return share(points.reduce<number>((sum, one) => sum + one, 0) / (2 * points.length));
}

/** Part of those asked who answered; null when nobody was asked. Oracle T22: 230 of 297 → 77,4 %. */
export function responseRate(answered: number, asked: number): Share | null {
	return asked > 0 ? share(Math.min(answered / asked, 1)) : null;
}

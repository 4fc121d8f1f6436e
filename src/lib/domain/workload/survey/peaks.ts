import type { SurveyAnswer } from './types.ts';

/**
 * Part of the answered time, 0–1, for whose work each month was named as a peak, January first. Null when nobody
 * named any month („не е измерено“). Example: 60 % of the time of one person is on work with a peak in March, 40 % on
 * work without: March 0,6. Peaks are said by people, the months of `seasonOf` are counted; the two are not mixed.
 */
export function namedPeaks(answers: readonly SurveyAnswer[]): readonly number[] | null {
	const time = answers.reduce((sum, { share }) => sum + share, 0);
	if (time <= 0 || answers.every(({ peakMonths }) => peakMonths === 0)) return null;
	return Array.from({ length: 12 }, (_, at) => {
		const named = answers.filter(({ peakMonths }) => (peakMonths >> at) & 1);
		return named.reduce((sum, { share }) => sum + share, 0) / time;
	});
}

import type { SurveyAnswer } from './types.ts';

/** Part of the answered time, 0–1; hidden where fewer people named the month than may be shown. */
export type NamedPeak = number | 'hidden';

/**
 * Part of the answered time, 0–1, for whose work each month was named as a peak, January first. Null when no month can be
 * shown („не е измерено“). Example: 60 % of the time of one person is on work with a peak in March, 40 % on work without:
 * March 0,6; where the smallest group is 3 it is hidden, because it is the answer of one person. Peaks are said by people,
 * the months of `seasonOf` are counted; the two are not mixed.
 */
export function namedPeaks(
	people: readonly (readonly SurveyAnswer[])[],
	smallest: number,
): readonly NamedPeak[] | null {
	const answers = people.flat();
	const time = answers.reduce((sum, { share }) => sum + share, 0);
	if (time <= 0) return null;
	const months = Array.from({ length: 12 }, (_, at): NamedPeak => {
		const isNamed = ({ peakMonths }: SurveyAnswer) => ((peakMonths >> at) & 1) === 1;
		const behind = people.filter((own) => own.some(isNamed)).length;
		if (behind > 0 && behind < smallest) return 'hidden';
		return answers.filter(isNamed).reduce((sum, { share }) => sum + share, 0) / time;
	});
	return months.some((part) => part !== 'hidden' && part > 0) ? months : null;
}

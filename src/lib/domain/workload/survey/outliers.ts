import { toParts } from './parts.ts';
import type { SurveyItemId, SurveyRespondentId } from './types.ts';

/** A share of one respondent for one item, with the title of the post by which it is compared. */
export interface ComparedShare {
	readonly respondentId: SurveyRespondentId;
	readonly itemId: SurveyItemId;
	readonly title: string;
	readonly share: number;
}

export interface Outlier {
	readonly respondentId: SurveyRespondentId;
	readonly itemId: SurveyItemId;
	/** Median of the title, as a share. */
	readonly median: number;
}

/** A value is compared only with so many people of the same title, the person included. */
export const LEAST_COMPARED = 3;
/** So far from the median, as a share of the working time, a value is marked. */
export const OUTLIER_DISTANCE = 0.2;

/**
 * Shares that lie at least 20 percentage points from the median of the same job title for the same item, where at
 * least three people of that title answered; whoever did not choose the item counts with 0.
 * Example: 10 %, 15 %, 60 % → median 15 %; 60 % is marked (45 points), the others are not.
 */
export function findOutliers(
	shares: readonly ComparedShare[],
	people: readonly { readonly respondentId: SurveyRespondentId; readonly title: string }[],
): readonly Outlier[] {
	const byTitle = Map.groupBy(people, ({ title }) => title);
	const byItem = Map.groupBy(shares, ({ title, itemId }) => `${title}\n${itemId}`);
	return [...byItem.values()].flatMap((given) => {
		const [first] = given;
		const all = first ? (byTitle.get(first.title) ?? []) : [];
		if (all.length < LEAST_COMPARED) return [];
		const known = new Map(given.map((one) => [one.respondentId, one.share]));
		const median = medianOf(all.map(({ respondentId }) => known.get(respondentId) ?? 0));
		return given
			.filter(({ share }) => toParts(Math.abs(share - median)) >= toParts(OUTLIER_DISTANCE))
			.map(({ respondentId, itemId }) => ({ respondentId, itemId, median }));
	});
}

/** The middle value; the mean of the two middle ones when there is an even number. */
export function medianOf(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	const upper = sorted[Math.floor(middle)] ?? 0;
	return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}

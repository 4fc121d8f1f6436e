import { certain, estimateOf, type Estimate } from '../estimate.ts';
import { fromParts, sumShares, toParts } from './parts.ts';
import type { SurveyAnswer, SurveyGroupShare, SurveyItemId } from './types.ts';

/** Longest week that a person may state; above it the working time is a mistake or has to be looked at. */
export const MOST_WEEKLY_HOURS = 60;
export const LEAST_WEEKLY_HOURS = 1;

/** Everything that may be wrong with answers, with the item where there is one. Amounts are shares. */
export type AnswersIssue =
	| { readonly code: 'survey/unknown-item'; readonly itemId: SurveyItemId }
	| { readonly code: 'survey/item-twice'; readonly itemId: SurveyItemId }
	| { readonly code: 'survey/not-a-share'; readonly itemId: SurveyItemId }
	| { readonly code: 'survey/low-above-usual'; readonly itemId: SurveyItemId }
	| { readonly code: 'survey/high-below-usual'; readonly itemId: SurveyItemId }
	| { readonly code: 'survey/not-months'; readonly itemId: SurveyItemId }
	| { readonly code: 'survey/absurd-hours'; readonly hours: number; readonly limit: number }
	| { readonly code: 'survey/nothing-chosen' }
	| { readonly code: 'survey/sum-over'; readonly by: number }
	| { readonly code: 'survey/sum-under'; readonly by: number };

export interface AnswersToCheck {
	readonly answers: readonly SurveyAnswer[];
	/** Items that this respondent may answer about: the list of the campaign and the own additions. */
	readonly items: ReadonlySet<SurveyItemId>;
	/** How far from 1 the sum may be, for example 0,02. */
	readonly tolerance: number;
	readonly weeklyHours: number;
}

/**
 * What is wrong with answers that are handed in; empty when they may be taken. Sums are to the millionth and a
 * difference of exactly the tolerance is still good.
 * Example: tolerance 0,02, shares 0,5 and 0,47 → sum 0,97 → `survey/sum-under` by 0,03.
 * Codes: unknown or repeated item, a share outside 0–1, a least above or a greatest below the usual, months that are
 * none, hours a week outside 1–60, nothing chosen, a sum over or under the whole. Source: products F15, methodology §3.5.
 */
export function checkAnswers(given: AnswersToCheck): readonly AnswersIssue[] {
	const seen = new Set<SurveyItemId>();
	const ofItems = given.answers.flatMap((answer): readonly AnswersIssue[] => {
		const { itemId } = answer;
		const isTwice = seen.has(itemId);
		seen.add(itemId);
		if (isTwice) return [{ code: 'survey/item-twice', itemId }];
		if (!given.items.has(itemId)) return [{ code: 'survey/unknown-item', itemId }];
		return checkAnswer(answer);
	});
	return [...checkHours(given.weeklyHours), ...ofItems, ...checkSum(given)];
}

/** A group whose items account for more or less time than the group has; amounts are shares of the working time. */
export interface GroupIssue {
	readonly code: 'survey/group-off';
	readonly groupKey: string;
	readonly inside: number;
	readonly share: number;
}

/** Groups that have more than the whole working time together; `by` is the excess as a share. */
export interface GroupsOver {
	readonly code: 'survey/groups-over';
	readonly by: number;
}

/**
 * Whether the groups together have more time than there is. Example: four groups of 90 %, tolerance 2 % →
 * `survey/groups-over` by 2,6 (260 %).
 */
export function checkGroupSum(
	groups: readonly Pick<SurveyGroupShare, 'share'>[],
	tolerance: number,
): readonly GroupsOver[] {
	const over = toParts(sumShares(groups.map(({ share }) => share))) - toParts(1);
	return over > toParts(tolerance) ? [{ code: 'survey/groups-over', by: fromParts(over) }] : [];
}

/** Groups that their items do not fill to the tolerance. Example: 40 % with items of 30 % → `survey/group-off`. */
export function checkGroups(
	groups: readonly SurveyGroupShare[],
	inside: ReadonlyMap<string, number>,
	tolerance: number,
): readonly GroupIssue[] {
	return groups.flatMap(({ groupKey, share }) => {
		const within = inside.get(groupKey) ?? 0;
		const isOff = Math.abs(toParts(within) - toParts(share)) > toParts(tolerance);
		return isOff ? [{ code: 'survey/group-off' as const, groupKey, inside: within, share }] : [];
	});
}

/** What is wrong with one answer by itself. */
export function checkAnswer(answer: SurveyAnswer): readonly AnswersIssue[] {
	const { itemId, share, low, high, peakMonths } = answer;
	const issues: AnswersIssue[] = [];
	if (![share, low ?? 0, high ?? 0].every(isShare)) issues.push({ code: 'survey/not-a-share', itemId });
	if (low !== null && low > share) issues.push({ code: 'survey/low-above-usual', itemId });
	if (high !== null && high < share) issues.push({ code: 'survey/high-below-usual', itemId });
	if (!isMonths(peakMonths)) issues.push({ code: 'survey/not-months', itemId });
	return issues;
}

/** What is wrong with the hours a week that a respondent states. */
export function checkHours(hours: number): readonly AnswersIssue[] {
	const isGood = hours >= LEAST_WEEKLY_HOURS && hours <= MOST_WEEKLY_HOURS;
	return isGood ? [] : [{ code: 'survey/absurd-hours', hours, limit: MOST_WEEKLY_HOURS }];
}

/**
 * An answer as an estimate: least, PERT mean, greatest; the usual share stands in for what was not given.
 * Example: 0,2 – 0,3 – 0,52 → (0,2 + 4 × 0,3 + 0,52) ÷ 6 = 0,32.
 */
export function estimateOfAnswer({ share, low, high }: SurveyAnswer): Estimate {
	return estimateOf({ low: low ?? share, usual: share, high: high ?? share }) ?? certain(share);
}

function checkSum({ answers, tolerance }: AnswersToCheck): readonly AnswersIssue[] {
	if (answers.length === 0) return [{ code: 'survey/nothing-chosen' }];
	const off =
		toParts(sumShares(answers.map((answer) => (isShare(answer.share) ? answer.share : 0)))) - toParts(1);
	if (Math.abs(off) <= toParts(tolerance)) return [];
	const by = fromParts(Math.abs(off));
	return [off > 0 ? { code: 'survey/sum-over', by } : { code: 'survey/sum-under', by }];
}

function isShare(value: number): boolean {
	return value >= 0 && value <= 1;
}

const ALL_MONTHS = 0xfff;

function isMonths(mask: number): boolean {
	return Number.isInteger(mask) && mask >= 0 && mask <= ALL_MONTHS;
}

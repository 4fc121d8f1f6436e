import { remainderOf, sumShares, toParts } from './parts.ts';
import { MOST_WEEKLY_HOURS } from './answers.ts';
import { isHandedIn } from './respondent.ts';
import type {
	SurveyAnswer,
	SurveyItem,
	SurveyItemId,
	SurveyRespondent,
	SurveyRespondentId,
} from './types.ts';

/** Something in the answers of one respondent that a person should look at before they are validated. */
export type SurveyFlag = { readonly respondentId: SurveyRespondentId } & (
	| { readonly code: 'survey/all-on-one'; readonly itemId: SurveyItemId }
	/** The same shares on the same items as somebody else. */
	| { readonly code: 'survey/copied'; readonly from: SurveyRespondentId }
	| { readonly code: 'survey/impossible-hours'; readonly hours: number; readonly limit: number }
	/** `off` is the sum less 1, as a share. */
	| { readonly code: 'survey/sum-off'; readonly off: number }
	/** An own addition that nobody recognised as an item of the list. */
	| { readonly code: 'survey/unknown-work'; readonly itemId: SurveyItemId }
);

export interface FlagInput {
	readonly respondents: readonly Pick<SurveyRespondent, 'id' | 'state' | 'weeklyHours'>[];
	/** What each respondent said; the layer of the respondent. */
	readonly answers: ReadonlyMap<SurveyRespondentId, readonly Pick<SurveyAnswer, 'itemId' | 'share'>[]>;
	readonly items: readonly (Pick<SurveyItem, 'id' | 'respondentId'> & {
		readonly mappedTo: SurveyItemId | null;
	})[];
	readonly tolerance: number;
}

/** With fewer items two people may well have said the same of themselves. */
const LEAST_ITEMS_OF_A_COPY = 3;

/**
 * What is suspicious in answers that were handed in, by respondent in the order given: the whole time on one item,
 * answers equal to another's (on at least three items, to the millionth), more than 60 hours a week, a sum further
 * from the whole than the tolerance, own additions that were not recognised.
 * Example: two people with 50 %, 30 %, 20 % on the same three items are each flagged with the other.
 */
export function flagAnswers(input: FlagInput): readonly SurveyFlag[] {
	const handedIn = input.respondents.filter(isHandedIn);
	const twins = findTwins(handedIn.map(({ id }) => ({ id, answers: input.answers.get(id) ?? [] })));
	const additions = Map.groupBy(
		input.items.filter((item) => item.respondentId !== null && item.mappedTo === null),
		(item) => item.respondentId,
	);
	return handedIn.flatMap(({ id, weeklyHours }) => {
		const answers = (input.answers.get(id) ?? []).filter(({ share }) => share > 0);
		const used = new Set(answers.map(({ itemId }) => itemId));
		const unknown = (additions.get(id) ?? []).filter((item) => used.has(item.id));
		return [
			...allOnOne(id, answers),
			...(twins.get(id) ?? []).map((from) => ({ code: 'survey/copied' as const, respondentId: id, from })),
			...impossibleHours(id, weeklyHours),
			...sumOff(id, answers, input.tolerance),
			...unknown.map((item) => ({
				code: 'survey/unknown-work' as const,
				respondentId: id,
				itemId: item.id,
			})),
		];
	});
}

type Shares = readonly Pick<SurveyAnswer, 'itemId' | 'share'>[];

function allOnOne(respondentId: SurveyRespondentId, answers: Shares): readonly SurveyFlag[] {
	const [only] = answers;
	const isOne = answers.length === 1 && only !== undefined;
	return isOne ? [{ code: 'survey/all-on-one', respondentId, itemId: only.itemId }] : [];
}

function impossibleHours(respondentId: SurveyRespondentId, hours: number): readonly SurveyFlag[] {
	if (hours <= MOST_WEEKLY_HOURS) return [];
	return [{ code: 'survey/impossible-hours', respondentId, hours, limit: MOST_WEEKLY_HOURS }];
}

function sumOff(respondentId: SurveyRespondentId, answers: Shares, tolerance: number): readonly SurveyFlag[] {
	const off = -remainderOf([sumShares(answers.map(({ share }) => share))]);
	return Math.abs(toParts(off)) > toParts(tolerance) ? [{ code: 'survey/sum-off', respondentId, off }] : [];
}

/** For each respondent the first other one with equal answers. */
function findTwins(
	given: readonly { readonly id: SurveyRespondentId; readonly answers: Shares }[],
): ReadonlyMap<SurveyRespondentId, readonly SurveyRespondentId[]> {
	const groups = Map.groupBy(
		given.filter(({ answers }) => answers.filter(({ share }) => share > 0).length >= LEAST_ITEMS_OF_A_COPY),
		({ answers }) => imprintOf(answers),
	);
	const twins = new Map<SurveyRespondentId, readonly SurveyRespondentId[]>();
	for (const same of groups.values()) {
		const ids = same.map(({ id }) => id);
		if (ids.length > 1) for (const id of ids) twins.set(id, ids.filter((other) => other !== id).slice(0, 1));
	}
	return twins;
}

function imprintOf(answers: Shares): string {
	return answers
		.filter(({ share }) => share > 0)
		.map(({ itemId, share }) => `${itemId}:${toParts(share)}`)
		.sort()
		.join(' ');
}

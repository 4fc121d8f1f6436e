import type { LocalText } from '#lib/domain/org/index.ts';
import { err, ok, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	findOutliers,
	isHandedIn,
	sumShares,
	type SurveyAnswer,
	type SurveyCampaign,
	type SurveyFlag,
	type SurveyItemId,
	type SurveyRespondent,
	type SurveyRespondentId,
} from '#lib/domain/workload/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { listPolicyAreas } from '../queries/legal.ts';
import { listReplacedAnswers, type ReplacedAnswer } from '../queries/survey-replaced.ts';
import type { CampaignItem } from '../queries/survey-item.ts';
import { isCorrected, readContent, standing, type SurveyContent } from './survey-content.ts';
import {
	namesOfSeats,
	openSurvey,
	readsAnswers,
	seatWords,
	validates,
	type OpenSurvey,
	type SeatWords,
	type SurveyAddress,
} from './survey-open.ts';

export interface ReviewPerson extends SeatWords {
	readonly id: SurveyRespondentId;
	readonly name: string | null;
	readonly state: SurveyRespondent['state'];
	readonly revision: number;
	readonly weeklyHours: number;
	/** Sum of what stands: the corrected shares, or the own ones. */
	readonly sum: number;
	readonly flags: readonly SurveyFlag[];
	/** Somebody wrote another value than the respondent. */
	readonly isCorrected: boolean;
	readonly isClean: boolean;
	readonly obstacles: string | null;
	readonly systems: string | null;
	/** Begun by the link, before a questionnaire took its place. */
	readonly replaced: readonly ReplacedAnswer[];
}

/** What one person said of one item, and what stands after the validator. */
export interface ReviewCell {
	readonly personId: SurveyRespondentId;
	readonly own: SurveyAnswer | null;
	/** The share that stands. */
	readonly share: number;
	/** Median of the job title, where the share lies far from it. */
	readonly median: number | null;
}

export interface ReviewRow {
	readonly item: Pick<CampaignItem, 'id' | 'text' | 'functionKey'> & { readonly isAddition: boolean };
	readonly group: LocalText;
	/** One for each person, in the order of the people. */
	readonly cells: readonly ReviewCell[];
	/** Full posts: the shares weighted by the occupancy of the seats. */
	readonly posts: number;
}

export interface SurveyReview {
	readonly campaign: SurveyCampaign;
	readonly unit: { readonly key: UnitKey; readonly name: LocalText };
	/** Those who handed in, or whose answers were given back. */
	readonly people: readonly ReviewPerson[];
	/** Asked, but with nothing to look at yet. */
	readonly missing: number;
	readonly rows: readonly ReviewRow[];
	readonly validates: boolean;
}

/** The answers of a unit, people by items, for whoever validates them and for the analyst if that was promised. */
export async function readReview(
	ctx: Ctx,
	address: SurveyAddress,
	unitKey: string,
): Promise<Result<SurveyReview, Refused>> {
	const opened = await openSurvey(ctx, address);
	if (!opened.ok) return opened;
	const open = opened.value;
	const unit = open.lookup.unitByKey.get(unitKey as UnitKey);
	if (!unit) return err(DENIED);
	if (!readsAnswers(open, unit.key)) return err({ code: 'access/forbidden' });
	const content = await readContent(ctx, open);
	const own = content.respondents.filter((one) => one.unitKey === unit.key);
	const shown = own.filter((one) => isHandedIn(one) || one.state === 'returned');
	const outliers = outliersOf(open, content);
	const names = await namesOfSeats(ctx, open, shown);
	const words = seatWords(open, own);
	const replaced = new Map<string, readonly ReplacedAnswer[]>();
	for (const { id } of shown) replaced.set(id, await listReplacedAnswers(ctx.db, id));
	const people = shown.map((one): ReviewPerson => {
		const flags = content.flags.filter(({ respondentId }) => respondentId === one.id);
		const isOdd = outliers.some(({ respondentId }) => respondentId === one.id);
		return {
			...words(one),
			id: one.id,
			name: names.get(one.id) ?? null,
			state: one.state,
			revision: one.revision,
			weeklyHours: one.weeklyHours,
			sum: sumShares(standing(content, one.id).map(({ share }) => share)),
			flags,
			isCorrected: isCorrected(content, one.id),
			isClean: one.state === 'submitted' && flags.length === 0 && !isOdd,
			obstacles: one.obstacles,
			systems: one.systems,
			replaced: replaced.get(one.id) ?? [],
		};
	});
	return ok({
		campaign: open.campaign,
		unit: { key: unit.key, name: unit.name },
		people,
		missing: own.length - shown.length,
		rows: await rowsOf(ctx, content, shown, outliers),
		validates: validates(open, unit.key),
	});
}

type Outliers = ReturnType<typeof findOutliers>;

/** Shares far from those of the same title in the same unit, where at least three people have it. */
export function outliersOf({ lookup }: OpenSurvey, content: SurveyContent): Outliers {
	const titleOf = ({ postKey }: SurveyRespondent) => lookup.postByKey.get(postKey)?.title.bg ?? postKey;
	const handedIn = content.respondents.filter(isHandedIn);
	const people = handedIn.map((one) => ({
		respondentId: one.id,
		title: `${one.unitKey} ${titleOf(one)}`,
	}));
	const shares = people.flatMap(({ respondentId, title }) =>
		standing(content, respondentId).map(({ itemId, share }) => ({ respondentId, itemId, title, share })),
	);
	return findOutliers(shares, people);
}

async function rowsOf(
	ctx: Ctx,
	content: SurveyContent,
	people: readonly SurveyRespondent[],
	outliers: Outliers,
): Promise<readonly ReviewRow[]> {
	const areas = new Map((await listPolicyAreas(ctx.db)).map(({ key, name }) => [key, name]));
	return content.items.flatMap((item): readonly ReviewRow[] => {
		const cells = people.map((person) => cellOf(content, { person, item, outliers }));
		if (cells.every(({ own, share }) => share === 0 && (own === null || own.share === 0))) return [];
		const posts = cells.reduce((sum, cell, at) => sum + cell.share * (people[at]?.occupancy ?? 0), 0);
		const { id, text, functionKey, groupKey, respondentId } = item;
		return [
			{
				item: { id, text, functionKey, isAddition: respondentId !== null },
				group: areas.get(groupKey) ?? { bg: groupKey, en: null },
				cells,
				posts,
			},
		];
	});
}

function cellOf(
	content: SurveyContent,
	at: {
		readonly person: SurveyRespondent;
		readonly item: { readonly id: SurveyItemId };
		readonly outliers: Outliers;
	},
): ReviewCell {
	const { person, item, outliers } = at;
	const found = (answers: readonly SurveyAnswer[]) => answers.find(({ itemId }) => itemId === item.id);
	const odd = outliers.find(({ respondentId, itemId }) => respondentId === person.id && itemId === item.id);
	return {
		personId: person.id,
		own: found(content.own.get(person.id) ?? []) ?? null,
		share: found(standing(content, person.id))?.share ?? 0,
		median: odd?.median ?? null,
	};
}

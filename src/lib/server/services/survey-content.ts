import { parameterNumber } from '#lib/domain/legal/index.ts';
import {
	flagAnswers,
	fullWeek,
	TIME_PARAMETERS,
	type SurveyAnswer,
	type SurveyCampaign,
	type SurveyFlag,
	type SurveyRespondent,
	type SurveyRespondentId,
} from '#lib/domain/workload/index.ts';
import type { Reader } from '../db/index.ts';
import { listParameters } from '../queries/legal.ts';
import { listCampaignItems, type CampaignItem } from '../queries/survey-item.ts';
import { listRespondents } from '../queries/survey.ts';
import { listCampaignAnswers } from '../queries/survey-answer.ts';
import type { OpenSurvey } from './survey-open.ts';

type Answers = ReadonlyMap<SurveyRespondentId, readonly SurveyAnswer[]>;

/** Everything that was said in a campaign, read once. */
export interface SurveyContent {
	readonly respondents: readonly SurveyRespondent[];
	readonly items: readonly CampaignItem[];
	readonly own: Answers;
	readonly validated: Answers;
	readonly flags: readonly SurveyFlag[];
	/** Hours a week of one whole post; null while the working day is not set. */
	readonly fullWeek: number | null;
}

export async function readContent(
	ctx: { readonly db: Reader },
	open: Pick<OpenSurvey, 'campaign'>,
): Promise<SurveyContent> {
	const { id, tolerance } = open.campaign;
	const respondents = await listRespondents(ctx.db, id);
	const items = await listCampaignItems(ctx.db, id);
	const own = await listCampaignAnswers(ctx.db, id, 'own');
	const validated = await listCampaignAnswers(ctx.db, id, 'validated');
	const flags = flagAnswers({ respondents, answers: own, items, tolerance });
	const hoursPerDay = await workingDay(ctx.db, open.campaign);
	return { respondents, items, own, validated, flags, fullWeek: hoursPerDay && fullWeek(hoursPerDay) };
}

async function workingDay(db: Reader, { periodTo, municipalityId }: SurveyCampaign): Promise<number | null> {
	const query = { key: TIME_PARAMETERS.hoursPerDay, asOf: periodTo, municipality: municipalityId };
	return parameterNumber(await listParameters(db), query) ?? null;
}

/** What stands for a respondent: the validated layer where there is one, the own one otherwise. */
export function standing(
	{ own, validated }: Pick<SurveyContent, 'own' | 'validated'>,
	id: SurveyRespondentId,
): readonly SurveyAnswer[] {
	return validated.get(id) ?? own.get(id) ?? [];
}

/** Whether another value stands than the respondent gave. */
export function isCorrected(content: SurveyContent, id: SurveyRespondentId): boolean {
	const corrected = content.validated.get(id);
	if (!corrected) return false;
	const said = new Map((content.own.get(id) ?? []).map(({ itemId, share }) => [itemId, share]));
	return (
		corrected.some(({ itemId, share }) => (said.get(itemId) ?? 0) !== share) ||
		[...said].some(([itemId, share]) => share > 0 && !corrected.some((one) => one.itemId === itemId))
	);
}

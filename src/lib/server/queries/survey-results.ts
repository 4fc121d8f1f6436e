import type { Share, UserId } from '#lib/domain/shared/index.ts';
import type {
	SurveyAnswer,
	SurveyCampaignId,
	SurveyItemId,
	SurveyLayer,
	SurveyRespondentId,
} from '#lib/domain/workload/index.ts';
import type { Database, Reader, Tx } from '../db/index.ts';

/** The answers of everybody in a campaign, one layer, by respondent. */
export async function listCampaignAnswers(
	db: Reader,
	campaignId: SurveyCampaignId,
	layer: SurveyLayer,
): Promise<ReadonlyMap<SurveyRespondentId, readonly SurveyAnswer[]>> {
	const rows = await db
		.selectFrom('survey_answer')
		.innerJoin('survey_respondent', 'survey_respondent.id', 'survey_answer.respondent_id')
		.innerJoin('survey_item', 'survey_item.id', 'survey_answer.item_id')
		.selectAll('survey_answer')
		.where('survey_respondent.campaign_id', '=', campaignId)
		.where('layer', '=', layer)
		.orderBy('survey_answer.respondent_id')
		.orderBy('survey_item.sort')
		.orderBy('item_id')
		.execute();
	const answers = new Map<SurveyRespondentId, SurveyAnswer[]>();
	for (const row of rows) {
		const id = row.respondent_id as SurveyRespondentId;
		const own = answers.get(id) ?? [];
		answers.set(id, own);
		own.push({
			itemId: row.item_id as SurveyItemId,
			share: row.share as Share,
			low: row.share_low as Share | null,
			high: row.share_high as Share | null,
			participation: row.participation,
			peakMonths: row.peak_months,
			isLocked: row.locked === 1,
		});
	}
	return answers;
}

export interface NewSurveyEvent {
	readonly id: string;
	readonly respondentId: SurveyRespondentId;
	readonly kind: Database['survey_event']['kind'];
	readonly comment: string | null;
	readonly madeAt: string;
	readonly madeBy: UserId | null;
}

const AT_ONCE = 200;

export async function insertSurveyEvents(tx: Tx, events: readonly NewSurveyEvent[]): Promise<void> {
	const rows = events.map((event) => ({
		id: event.id,
		respondent_id: event.respondentId,
		kind: event.kind,
		comment: event.comment,
		made_at: event.madeAt,
		made_by: event.madeBy,
	}));
	for (let from = 0; from < rows.length; from += AT_ONCE)
		await tx
			.insertInto('survey_event')
			.values(rows.slice(from, from + AT_ONCE))
			.execute();
}

/** When something of a kind last happened to each respondent of a campaign, with what was said. */
export async function listLastEvents(
	db: Reader,
	campaignId: SurveyCampaignId,
	kind: NewSurveyEvent['kind'],
): Promise<ReadonlyMap<SurveyRespondentId, { readonly at: string; readonly comment: string | null }>> {
	const rows = await db
		.selectFrom('survey_event')
		.innerJoin('survey_respondent', 'survey_respondent.id', 'survey_event.respondent_id')
		.select(['survey_event.respondent_id', 'survey_event.made_at', 'survey_event.comment'])
		.where('survey_respondent.campaign_id', '=', campaignId)
		.where('survey_event.kind', '=', kind)
		.orderBy('survey_event.made_at')
		.orderBy('survey_event.id')
		.execute();
	return new Map(
		rows.map((row) => [row.respondent_id as SurveyRespondentId, { at: row.made_at, comment: row.comment }]),
	);
}

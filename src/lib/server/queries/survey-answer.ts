import type { Share, UnitKey } from '#lib/domain/shared/index.ts';
import type {
	SurveyAnswer,
	SurveyCampaignId,
	SurveyGroupShare,
	SurveyItem,
	SurveyItemId,
	SurveyLayer,
	SurveyRespondentId,
} from '#lib/domain/workload/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { toAnswer } from './survey-rows.ts';

/** What a respondent may answer about: the list of the campaign in its order, then the own additions. */
export async function listSurveyItems(
	db: Reader,
	of: { readonly campaignId: SurveyCampaignId; readonly respondentId: SurveyRespondentId },
): Promise<readonly SurveyItem[]> {
	const rows = await db
		.selectFrom('survey_item')
		.selectAll()
		.where('campaign_id', '=', of.campaignId)
		.where((eb) => eb.or([eb('respondent_id', 'is', null), eb('respondent_id', '=', of.respondentId)]))
		.orderBy('respondent_id', (order) => order.asc().nullsFirst())
		.orderBy('sort')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		id: row.id as SurveyItemId,
		respondentId: row.respondent_id as SurveyRespondentId | null,
		unitKey: row.unit_key as UnitKey | null,
		groupKey: row.group_key,
		text: { bg: row.text_bg, en: row.text_en },
	}));
}

/** Answers of one layer in the order of the list. */
export async function listSurveyAnswers(
	db: Reader,
	respondentId: SurveyRespondentId,
	layer: SurveyLayer,
): Promise<readonly SurveyAnswer[]> {
	const rows = await db
		.selectFrom('survey_answer')
		.innerJoin('survey_item', 'survey_item.id', 'survey_answer.item_id')
		.selectAll('survey_answer')
		.where('survey_answer.respondent_id', '=', respondentId)
		.where('layer', '=', layer)
		.orderBy('survey_item.respondent_id', (order) => order.asc().nullsFirst())
		.orderBy('survey_item.sort')
		.orderBy('item_id')
		.execute();
	return rows.map(toAnswer);
}

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
		own.push(toAnswer(row));
	}
	return answers;
}

export async function listSurveyGroupShares(
	db: Reader,
	respondentId: SurveyRespondentId,
): Promise<readonly SurveyGroupShare[]> {
	const rows = await db
		.selectFrom('survey_group_share')
		.selectAll()
		.where('respondent_id', '=', respondentId)
		.orderBy('group_key')
		.execute();
	return rows.map((row) => ({
		groupKey: row.group_key,
		share: row.share as Share,
		isLocked: row.locked === 1,
	}));
}

/** Puts these answers in the place of the layer; the other layer is not touched. */
export async function saveSurveyAnswers(
	tx: Tx,
	of: { readonly respondentId: SurveyRespondentId; readonly layer: SurveyLayer },
	answers: readonly SurveyAnswer[],
): Promise<void> {
	await tx
		.deleteFrom('survey_answer')
		.where('respondent_id', '=', of.respondentId)
		.where('layer', '=', of.layer)
		.execute();
	if (answers.length === 0) return;
	const rows = answers.map((answer) => ({
		respondent_id: of.respondentId,
		item_id: answer.itemId,
		layer: of.layer,
		share: answer.share,
		share_low: answer.low,
		share_high: answer.high,
		participation: answer.participation,
		peak_months: answer.peakMonths,
		locked: answer.isLocked ? 1 : 0,
	}));
	await tx.insertInto('survey_answer').values(rows).execute();
}

/** Puts these shares of the groups in the place of all of the respondent. */
export async function saveSurveyGroupShares(
	tx: Tx,
	respondentId: SurveyRespondentId,
	groups: readonly SurveyGroupShare[],
): Promise<void> {
	await tx.deleteFrom('survey_group_share').where('respondent_id', '=', respondentId).execute();
	if (groups.length === 0) return;
	const rows = groups.map((group) => ({
		respondent_id: respondentId,
		group_key: group.groupKey,
		share: group.share,
		locked: group.isLocked ? 1 : 0,
	}));
	await tx.insertInto('survey_group_share').values(rows).execute();
}

/** Work that a respondent states in own words, because no item of the list says it. */
export interface OwnItem {
	readonly id: SurveyItemId;
	readonly campaignId: SurveyCampaignId;
	readonly respondentId: SurveyRespondentId;
	readonly unitKey: UnitKey;
	readonly groupKey: string;
	readonly text: string;
	readonly sort: number;
}

export async function insertOwnItem(tx: Tx, item: OwnItem): Promise<void> {
	await tx
		.insertInto('survey_item')
		.values({
			id: item.id,
			campaign_id: item.campaignId,
			respondent_id: item.respondentId,
			unit_key: item.unitKey,
			function_key: null,
			group_key: item.groupKey,
			text_bg: item.text,
			text_en: null,
			mapped_to: null,
			sort: item.sort,
		})
		.execute();
}

/** Takes back an own addition together with its answers; nothing of anybody else. */
export async function deleteOwnItem(
	tx: Tx,
	of: { readonly respondentId: SurveyRespondentId; readonly itemId: SurveyItemId },
): Promise<void> {
	await tx
		.deleteFrom('survey_item')
		.where('id', '=', of.itemId)
		.where('respondent_id', '=', of.respondentId)
		.execute();
}

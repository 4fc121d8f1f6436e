import type { LocalText } from '#lib/domain/org/index.ts';
import type { FunctionKey, UnitKey } from '#lib/domain/shared/index.ts';
import type { SurveyCampaignId, SurveyItemId, SurveyRespondentId } from '#lib/domain/workload/index.ts';
import type { Selectable } from 'kysely';
import type { Database, Reader, Tx } from '../db/index.ts';
import { inParts } from './in-parts.ts';

/** An item as the organiser knows it: where it comes from and what it was recognised as. */
export interface CampaignItem {
	readonly id: SurveyItemId;
	readonly respondentId: SurveyRespondentId | null;
	readonly unitKey: UnitKey | null;
	readonly functionKey: FunctionKey | null;
	readonly groupKey: string;
	readonly text: LocalText;
	readonly mappedTo: SurveyItemId | null;
	readonly sort: number;
}

/** The frozen list in its order, then the own additions of everybody. */
export async function listCampaignItems(
	db: Reader,
	campaignId: SurveyCampaignId,
): Promise<readonly CampaignItem[]> {
	const rows = await db
		.selectFrom('survey_item')
		.selectAll()
		.where('campaign_id', '=', campaignId)
		.orderBy('respondent_id', (order) => order.asc().nullsFirst())
		.orderBy('sort')
		.orderBy('id')
		.execute();
	return rows.map(toItem);
}

export async function insertCampaignItems(
	tx: Tx,
	campaignId: SurveyCampaignId,
	items: readonly Omit<CampaignItem, 'respondentId' | 'mappedTo'>[],
): Promise<void> {
	const rows = items.map((item) => ({
		id: item.id,
		campaign_id: campaignId,
		respondent_id: null,
		unit_key: item.unitKey,
		function_key: item.functionKey,
		group_key: item.groupKey,
		text_bg: item.text.bg,
		text_en: item.text.en,
		mapped_to: null,
		sort: item.sort,
	}));
	for (const part of inParts(rows)) await tx.insertInto('survey_item').values(part).execute();
}

/** Says as what an own addition was recognised; null keeps it as unwritten work. */
export async function mapItem(
	tx: Tx,
	of: { readonly campaignId: SurveyCampaignId; readonly id: string; readonly to: SurveyItemId | null },
): Promise<boolean> {
	const result = await tx
		.updateTable('survey_item')
		.set({ mapped_to: of.to })
		.where('campaign_id', '=', of.campaignId)
		.where('id', '=', of.id)
		.where('respondent_id', 'is not', null)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

function toItem(row: Selectable<Database['survey_item']>): CampaignItem {
	return {
		id: row.id as SurveyItemId,
		respondentId: row.respondent_id as SurveyRespondentId | null,
		unitKey: row.unit_key as UnitKey | null,
		functionKey: row.function_key as FunctionKey | null,
		groupKey: row.group_key,
		text: { bg: row.text_bg, en: row.text_en },
		mappedTo: row.mapped_to as SurveyItemId | null,
		sort: row.sort,
	};
}

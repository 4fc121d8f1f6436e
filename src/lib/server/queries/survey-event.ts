import type { UserId } from '#lib/domain/shared/index.ts';
import type { SurveyCampaignId, SurveyRespondentId } from '#lib/domain/workload/index.ts';
import type { Database, Reader, Tx } from '../db/index.ts';
import { inParts } from './in-parts.ts';

/** Something that was done with a respondent. */
export interface SurveyEvent {
	readonly id: string;
	readonly respondentId: SurveyRespondentId;
	readonly kind: Database['survey_event']['kind'];
	readonly comment: string | null;
	readonly madeAt: string;
	/** Null is the respondent. */
	readonly madeBy: UserId | null;
}

export async function insertSurveyEvents(tx: Tx, events: readonly SurveyEvent[]): Promise<void> {
	const rows = events.map((event) => ({
		id: event.id,
		respondent_id: event.respondentId,
		kind: event.kind,
		comment: event.comment,
		made_at: event.madeAt,
		made_by: event.madeBy,
	}));
	for (const part of inParts(rows)) await tx.insertInto('survey_event').values(part).execute();
}

/** The last time that something of a kind was done with the respondent. */
export async function findLastSurveyEvent(
	db: Reader,
	respondentId: SurveyRespondentId,
	kind: SurveyEvent['kind'],
): Promise<Pick<SurveyEvent, 'comment' | 'madeAt'> | undefined> {
	const row = await db
		.selectFrom('survey_event')
		.select(['comment', 'made_at'])
		.where('respondent_id', '=', respondentId)
		.where('kind', '=', kind)
		.orderBy('made_at', 'desc')
		.orderBy('id', 'desc')
		.executeTakeFirst();
	return row && { comment: row.comment, madeAt: row.made_at };
}

/** When something of a kind last happened to each respondent of a campaign, with what was said. */
export async function listLastEvents(
	db: Reader,
	campaignId: SurveyCampaignId,
	kind: SurveyEvent['kind'],
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

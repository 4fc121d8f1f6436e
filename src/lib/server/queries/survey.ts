import type { IsoDate, MunicipalityId, UserId } from '#lib/domain/shared/index.ts';
import type {
	SurveyCampaign,
	SurveyCampaignId,
	SurveyPlan,
	SurveyRespondent,
	SurveyRespondentId,
	SurveySeatPlan,
} from '#lib/domain/workload/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { inParts } from './in-parts.ts';
import { toCampaign, toRespondent } from './survey-rows.ts';

/** Newest first. */
export async function listSurveyCampaigns(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly SurveyCampaign[]> {
	const rows = await db
		.selectFrom('survey_campaign')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map(toCampaign);
}

export async function insertSurveyCampaign(
	tx: Tx,
	campaign: SurveyCampaign & { readonly createdBy: UserId },
): Promise<void> {
	await tx
		.insertInto('survey_campaign')
		.values({
			id: campaign.id,
			municipality_id: campaign.municipalityId,
			version_id: campaign.versionId,
			...planColumns(campaign),
			state: campaign.state,
			created_at: campaign.createdAt,
			created_by: campaign.createdBy,
			opened_at: campaign.openedAt,
			closed_at: campaign.closedAt,
			applied_at: campaign.appliedAt,
		})
		.execute();
}

export type CampaignChange = Partial<SurveyPlan> &
	Partial<Pick<SurveyCampaign, 'state' | 'openedAt' | 'closedAt' | 'appliedAt'>>;

/** False when somebody else changed it since that revision. */
export async function updateSurveyCampaign(
	tx: Tx,
	campaign: SurveyCampaign,
	change: CampaignChange,
): Promise<boolean> {
	const next = { ...campaign, ...change };
	const result = await tx
		.updateTable('survey_campaign')
		.set({
			...planColumns(next),
			state: next.state,
			opened_at: next.openedAt,
			closed_at: next.closedAt,
			applied_at: next.appliedAt,
			revision: campaign.revision + 1,
		})
		.where('id', '=', campaign.id)
		.where('revision', '=', campaign.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

function planColumns(plan: SurveyPlan) {
	return {
		name_bg: plan.name.bg,
		name_en: plan.name.en,
		period_from: plan.periodFrom,
		period_to: plan.periodTo,
		closes_on: plan.closesOn,
		validator: plan.validator,
		seen_by: plan.seenBy,
		tolerance: plan.tolerance,
	};
}

/** Removes a campaign that was never opened, with its respondents. */
export async function deleteSurveyDraft(tx: Tx, id: SurveyCampaignId): Promise<boolean> {
	const result = await tx
		.deleteFrom('survey_campaign')
		.where('id', '=', id)
		.where('state', '=', 'draft')
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

/** By unit, post and seat. */
export async function listRespondents(
	db: Reader,
	campaignId: SurveyCampaignId,
): Promise<readonly SurveyRespondent[]> {
	const rows = await db
		.selectFrom('survey_respondent')
		.selectAll()
		.where('campaign_id', '=', campaignId)
		.orderBy('unit_key')
		.orderBy('post_key')
		.orderBy('seat')
		.execute();
	return rows.map(toRespondent);
}

export async function findRespondent(
	db: Reader,
	of: { readonly campaignId: SurveyCampaignId; readonly id: string },
): Promise<SurveyRespondent | undefined> {
	const row = await db
		.selectFrom('survey_respondent')
		.selectAll()
		.where('campaign_id', '=', of.campaignId)
		.where('id', '=', of.id)
		.executeTakeFirst();
	return row && toRespondent(row);
}

export async function insertRespondents(
	tx: Tx,
	campaignId: SurveyCampaignId,
	seats: readonly (SurveySeatPlan & { readonly id: SurveyRespondentId })[],
): Promise<void> {
	const rows = seats.map((seat) => ({
		id: seat.id,
		campaign_id: campaignId,
		unit_key: seat.unitKey,
		post_key: seat.postKey,
		seat: seat.seat,
		employee_id: seat.employeeId,
		occupancy: seat.occupancy,
		weekly_hours: seat.weeklyHours,
	}));
	for (const part of inParts(rows)) await tx.insertInto('survey_respondent').values(part).execute();
}

/** Takes a seat out of a draft. */
export async function deleteRespondent(tx: Tx, id: SurveyRespondentId): Promise<void> {
	await tx.deleteFrom('survey_respondent').where('id', '=', id).execute();
}

/** What the organiser and the validator change of a respondent. */
export interface SeatChange {
	readonly weekly_hours?: number;
	readonly channel?: SurveyRespondent['channel'];
	readonly state?: SurveyRespondent['state'];
	readonly token_hash?: string | null;
	readonly link_ends_on?: IsoDate | null;
	readonly link_revoked_at?: string | null;
	readonly submitted_at?: string | null;
	readonly validated_at?: string | null;
	readonly validated_by?: UserId | null;
}

/** Changes a respondent and counts the revision on; false when somebody changed it since the revision given. */
export async function changeSeat(
	tx: Tx,
	respondent: Pick<SurveyRespondent, 'id' | 'revision'>,
	change: SeatChange,
): Promise<boolean> {
	const result = await tx
		.updateTable('survey_respondent')
		.set({ ...change, revision: respondent.revision + 1 })
		.where('id', '=', respondent.id)
		.where('revision', '=', respondent.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

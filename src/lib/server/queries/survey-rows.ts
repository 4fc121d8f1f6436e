import type {
	EmployeeId,
	IsoDate,
	MunicipalityId,
	PostKey,
	Share,
	UnitKey,
	VersionId,
} from '#lib/domain/shared/index.ts';
import type {
	SurveyAnswer,
	SurveyCampaign,
	SurveyCampaignId,
	SurveyItemId,
	SurveyRespondent,
	SurveyRespondentId,
} from '#lib/domain/workload/index.ts';
import type { Selectable } from 'kysely';
import type { Database } from '../db/index.ts';

export function toCampaign(row: Selectable<Database['survey_campaign']>): SurveyCampaign {
	return {
		id: row.id as SurveyCampaignId,
		municipalityId: row.municipality_id as MunicipalityId,
		versionId: row.version_id as VersionId,
		name: { bg: row.name_bg, en: row.name_en },
		periodFrom: row.period_from as IsoDate,
		periodTo: row.period_to as IsoDate,
		closesOn: row.closes_on as IsoDate,
		validator: row.validator,
		seenBy: row.seen_by,
		tolerance: row.tolerance,
		state: row.state,
		revision: row.revision,
		createdAt: row.created_at,
		openedAt: row.opened_at,
		closedAt: row.closed_at,
		appliedAt: row.applied_at,
	};
}

export function toRespondent(row: Selectable<Database['survey_respondent']>): SurveyRespondent {
	return {
		id: row.id as SurveyRespondentId,
		campaignId: row.campaign_id as SurveyCampaignId,
		unitKey: row.unit_key as UnitKey,
		postKey: row.post_key as PostKey,
		seat: row.seat,
		employeeId: row.employee_id as EmployeeId | null,
		occupancy: row.occupancy,
		weeklyHours: row.weekly_hours,
		channel: row.channel,
		state: row.state,
		measure: row.measure,
		obstacles: row.obstacles,
		systems: row.systems,
		hasLink: row.token_hash !== null,
		linkEndsOn: row.link_ends_on as IsoDate | null,
		isLinkRevoked: row.link_revoked_at !== null,
		submittedAt: row.submitted_at,
		validatedAt: row.validated_at,
		revision: row.revision,
	};
}

export function toAnswer(row: Selectable<Database['survey_answer']>): SurveyAnswer {
	return {
		itemId: row.item_id as SurveyItemId,
		share: row.share as Share,
		low: row.share_low as Share | null,
		high: row.share_high as Share | null,
		participation: row.participation,
		peakMonths: row.peak_months,
		isLocked: row.locked === 1,
	};
}

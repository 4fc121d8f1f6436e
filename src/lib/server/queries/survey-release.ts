import type { UnitKey } from '#lib/domain/shared/index.ts';
import type { SurveyCampaign, SurveyCampaignId, SurveyRelease } from '#lib/domain/workload/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { inParts } from './in-parts.ts';

/** Whose answers stood behind shared figures about the days of the campaign, in the order in which they were shown. */
export async function listReleases(
	db: Reader,
	{
		municipalityId,
		periodFrom,
		periodTo,
	}: Pick<SurveyCampaign, 'municipalityId' | 'periodFrom' | 'periodTo'>,
): Promise<readonly SurveyRelease[]> {
	const rows = await db
		.selectFrom('survey_release')
		.innerJoin('survey_campaign', 'survey_campaign.id', 'survey_release.campaign_id')
		.select(['survey_release.id', 'campaign_id', 'person', 'weight'])
		.where('municipality_id', '=', municipalityId)
		.where('period_from', '<=', periodTo)
		.where('period_to', '>=', periodFrom)
		.orderBy('made_at')
		.orderBy('survey_release.id')
		.orderBy('person')
		.execute();
	return [...Map.groupBy(rows, ({ id }) => id).values()].map((own) => ({
		campaignId: own[0]?.campaign_id as SurveyCampaignId,
		people: new Map(own.map(({ person, weight }) => [person, weight])),
	}));
}

/** Keeps whose answers stand behind the shared figures of a unit from now on. */
export async function insertRelease(
	tx: Tx,
	release: SurveyRelease & { readonly id: string; readonly unitKey: UnitKey; readonly madeAt: string },
): Promise<void> {
	const { id, campaignId, unitKey, madeAt } = release;
	const rows = [...release.people].map(([person, weight]) => ({
		...{ id, campaign_id: campaignId, unit_key: unitKey, person, weight, made_at: madeAt },
	}));
	for (const part of inParts(rows)) await tx.insertInto('survey_release').values(part).execute();
}

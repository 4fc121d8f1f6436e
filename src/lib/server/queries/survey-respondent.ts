import type { LocalText } from '#lib/domain/org/index.ts';
import type { MunicipalityId, PostKey, UnitKey, VersionId } from '#lib/domain/shared/index.ts';
import type {
	SurveyCampaign,
	SurveyCampaignId,
	SurveyRespondent,
	SurveyRespondentId,
} from '#lib/domain/workload/index.ts';
import type { Updateable } from 'kysely';
import type { Database, Reader, Tx } from '../db/index.ts';
import { toCampaign, toRespondent } from './survey-rows.ts';

/** The respondent whose link has this digest; whether the link still works is for the service to say. */
export async function findRespondentByLink(
	db: Reader,
	tokenHash: string,
): Promise<SurveyRespondent | undefined> {
	const row = await db
		.selectFrom('survey_respondent')
		.selectAll()
		.where('token_hash', '=', tokenHash)
		.executeTakeFirst();
	return row && toRespondent(row);
}

export async function findSurveyCampaign(
	db: Reader,
	id: SurveyCampaignId,
): Promise<SurveyCampaign | undefined> {
	const row = await db.selectFrom('survey_campaign').selectAll().where('id', '=', id).executeTakeFirst();
	return row && toCampaign(row);
}

/** What a respondent's own saving may change besides the answers. */
export type RespondentChange = Partial<
	Pick<SurveyRespondent, 'weeklyHours' | 'state' | 'measure' | 'obstacles' | 'systems' | 'submittedAt'>
> & { readonly startedAt?: string | null };

/** Changes the respondent and counts the revision on, also for a change of the answers alone. */
export async function updateRespondent(
	tx: Tx,
	id: SurveyRespondentId,
	change: RespondentChange,
): Promise<void> {
	const columns: Updateable<Database['survey_respondent']> = {
		...(change.weeklyHours !== undefined && { weekly_hours: change.weeklyHours }),
		...(change.state !== undefined && { state: change.state }),
		...(change.measure !== undefined && { measure: change.measure }),
		...(change.obstacles !== undefined && { obstacles: change.obstacles }),
		...(change.systems !== undefined && { systems: change.systems }),
		...(change.submittedAt !== undefined && { submitted_at: change.submittedAt }),
		...(change.startedAt !== undefined && { started_at: change.startedAt }),
	};
	await tx
		.updateTable('survey_respondent')
		.set((eb) => ({ ...columns, revision: eb('revision', '+', 1) }))
		.where('id', '=', id)
		.execute();
}

/** Names that a respondent is greeted with. */
export interface SeatNames {
	readonly municipality: LocalText;
	readonly unit: LocalText;
	readonly post: LocalText;
	/** Whether the campaign asks several seats of the post. */
	readonly isOneOfMany: boolean;
}

/** The names around a seat in the version of the campaign; undefined when post or unit are gone. */
export async function findSeatNames(
	db: Reader,
	of: {
		readonly campaignId: SurveyCampaignId;
		readonly versionId: VersionId;
		readonly unitKey: UnitKey;
		readonly postKey: PostKey;
	},
): Promise<SeatNames | undefined> {
	const row = await db
		.selectFrom('structure_version')
		.innerJoin('municipality', 'municipality.id', 'structure_version.municipality_id')
		.innerJoin('org_unit', 'org_unit.version_id', 'structure_version.id')
		.innerJoin('post', 'post.version_id', 'structure_version.id')
		.select(['municipality.name_bg as municipality_bg', 'municipality.name_en as municipality_en'])
		.select(['org_unit.name_bg as unit_bg', 'org_unit.name_en as unit_en'])
		.select(['post.title_bg as post_bg', 'post.title_en as post_en'])
		.where('structure_version.id', '=', of.versionId)
		.where('org_unit.key', '=', of.unitKey)
		.where('post.key', '=', of.postKey)
		.executeTakeFirst();
	const seats = await db
		.selectFrom('survey_respondent')
		.select('id')
		.where('campaign_id', '=', of.campaignId)
		.where('post_key', '=', of.postKey)
		.limit(2)
		.execute();
	return (
		row && {
			isOneOfMany: seats.length > 1,
			municipality: { bg: row.municipality_bg, en: row.municipality_en },
			unit: { bg: row.unit_bg, en: row.unit_en },
			post: { bg: row.post_bg, en: row.post_en },
		}
	);
}

/** Units of a municipality that somebody heads whose account works. */
export async function listHeadedUnits(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom('membership')
		.innerJoin('user', 'user.id', 'membership.user_id')
		.select('membership.unit_key')
		.where('municipality_id', '=', municipalityId)
		.where('role', '=', 'unit-head')
		.where('disabled_at', 'is', null)
		.execute();
	return new Set(rows.flatMap(({ unit_key }) => unit_key ?? []));
}

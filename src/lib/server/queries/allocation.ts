import type { LocalText } from '#lib/domain/org/index.ts';
import { asId, share, type FunctionKey, type PostKey, type VersionId } from '#lib/domain/shared/index.ts';
import type { Allocation, SurveyCampaignId, SurveyedAllocation } from '#lib/domain/workload/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { inParts } from './in-parts.ts';

/** Validated survey results of a structure version, by post and function. */
export async function listAllocations(db: Reader, versionId: VersionId): Promise<readonly Allocation[]> {
	const rows = await db
		.selectFrom('allocation')
		.select(['post_key', 'function_key', 'share', 'share_low', 'share_high', 'respondents', 'load'])
		.select(['occupied', 'cell', 'cell_size', 'source'])
		.where('version_id', '=', versionId)
		.orderBy('post_key')
		.orderBy('function_key')
		.execute();
	return rows.map((row) => ({
		postKey: asId<PostKey>(row.post_key),
		functionKey: asId<FunctionKey>(row.function_key),
		share: share(row.share),
		low: row.share_low === null ? null : share(row.share_low),
		high: row.share_high === null ? null : share(row.share_high),
		respondents: row.respondents,
		load: row.load,
		occupied: row.occupied,
		cell: row.cell === null || row.cell_size === null ? null : { id: row.cell, size: row.cell_size },
		source: row.source,
	}));
}

/** Writes what a campaign says of the posts of a version; the posts have no allocations yet. */
export async function insertAllocations(
	tx: Tx,
	of: { readonly versionId: VersionId; readonly campaignId: SurveyCampaignId; readonly source: string },
	allocations: readonly (SurveyedAllocation &
		Pick<Allocation, 'occupied' | 'cell'> & { readonly id: string })[],
): Promise<void> {
	const rows = allocations.map((one) => ({
		id: one.id,
		version_id: of.versionId,
		post_key: one.postKey,
		function_key: one.functionKey,
		share: one.share,
		share_low: one.low,
		share_high: one.high,
		respondents: one.respondents,
		load: one.load,
		occupied: one.occupied,
		cell: one.cell?.id ?? null,
		cell_size: one.cell?.size ?? null,
		campaign_id: of.campaignId,
		source: of.source,
	}));
	for (const part of inParts(rows)) await tx.insertInto('allocation').values(part).execute();
}

/** Removes everything that surveys said of a version. */
export async function deleteSurveyedAllocations(tx: Tx, versionId: VersionId): Promise<void> {
	await tx
		.deleteFrom('allocation')
		.where('version_id', '=', versionId)
		.where('campaign_id', 'is not', null)
		.execute();
}

/** Posts of a version that have an allocation. */
export async function listAllocatedPosts(db: Reader, versionId: VersionId): Promise<ReadonlySet<PostKey>> {
	const rows = await db
		.selectFrom('allocation')
		.select('post_key')
		.distinct()
		.where('version_id', '=', versionId)
		.execute();
	return new Set(rows.map(({ post_key }) => post_key as PostKey));
}

/** Versions other than its own that carry what a campaign said. */
export async function listVersionsWith(
	db: Reader,
	campaignId: SurveyCampaignId,
	own: VersionId,
): Promise<readonly VersionId[]> {
	const rows = await db
		.selectFrom('allocation')
		.select('version_id')
		.distinct()
		.where('campaign_id', '=', campaignId)
		.where('version_id', '!=', own)
		.orderBy('version_id')
		.execute();
	return rows.map(({ version_id }) => version_id as VersionId);
}

/** A survey whose results in a version were applied before it was decided which of its sums everybody may see. */
export interface UndecidedSurvey {
	readonly id: SurveyCampaignId;
	/** The version that it asked about; another one may carry its results. */
	readonly versionId: VersionId;
	readonly name: LocalText;
}

/** They are known by what has been kept of the people asked since it is decided: the occupied posts of then. */
export async function listUndecidedSurveys(
	db: Reader,
	versionId: VersionId,
): Promise<readonly UndecidedSurvey[]> {
	const rows = await db
		.selectFrom('allocation')
		.innerJoin('survey_campaign', 'survey_campaign.id', 'allocation.campaign_id')
		.select(['survey_campaign.id', 'survey_campaign.version_id', 'name_bg', 'name_en'])
		.distinct()
		.where('allocation.version_id', '=', versionId)
		.where('allocation.occupied', 'is', null)
		.orderBy('survey_campaign.id')
		.execute();
	return rows.map(({ id, version_id, name_bg, name_en }) => ({
		id: id as SurveyCampaignId,
		versionId: version_id as VersionId,
		name: { bg: name_bg, en: name_en },
	}));
}

/** Removes what one campaign said of a version. */
export async function deleteAllocationsOf(
	tx: Tx,
	{ campaignId, versionId }: { readonly campaignId: SurveyCampaignId; readonly versionId: VersionId },
): Promise<void> {
	await tx
		.deleteFrom('allocation')
		.where('version_id', '=', versionId)
		.where('campaign_id', '=', campaignId)
		.execute();
}

/**
 * Carries allocations over to a version made from another one, all or those of one campaign: those whose post and
 * function are there, for posts that have none yet.
 */
export async function copyAllocations(
	tx: Tx,
	of: { readonly from: VersionId; readonly to: VersionId; readonly campaignId?: SurveyCampaignId },
	newId: () => string,
): Promise<void> {
	let carried = tx
		.selectFrom('allocation')
		.innerJoin('post', (join) =>
			join.onRef('post.key', '=', 'allocation.post_key').on('post.version_id', '=', of.to),
		)
		.innerJoin('admin_function', (join) =>
			join
				.onRef('admin_function.key', '=', 'allocation.function_key')
				.on('admin_function.version_id', '=', of.to),
		)
		.selectAll('allocation')
		.where('allocation.version_id', '=', of.from);
	if (of.campaignId !== undefined) carried = carried.where('campaign_id', '=', of.campaignId);
	const rows = await carried.orderBy('allocation.id').execute();
	const taken = await listAllocatedPosts(tx, of.to);
	const copies = rows
		.filter(({ post_key }) => !taken.has(post_key as PostKey))
		.map((row) => ({ ...row, id: newId(), version_id: of.to }));
	for (const part of inParts(copies)) await tx.insertInto('allocation').values(part).execute();
}

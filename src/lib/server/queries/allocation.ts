import type { PostKey, VersionId } from '#lib/domain/shared/index.ts';
import type { SurveyCampaignId, SurveyedAllocation } from '#lib/domain/workload/index.ts';
import type { Reader, Tx } from '../db/index.ts';

/** So many rows go into one statement. */
const AT_ONCE = 100;

/** Writes what a campaign says of the posts of a version; the posts have no allocations yet. */
export async function insertAllocations(
	tx: Tx,
	of: { readonly versionId: VersionId; readonly campaignId: SurveyCampaignId; readonly source: string },
	allocations: readonly (SurveyedAllocation & { readonly id: string })[],
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
		campaign_id: of.campaignId,
		source: of.source,
	}));
	for (let from = 0; from < rows.length; from += AT_ONCE)
		await tx
			.insertInto('allocation')
			.values(rows.slice(from, from + AT_ONCE))
			.execute();
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

/**
 * Carries allocations over to a version made from another one: those whose post and function are there, for posts that
 * have none yet.
 */
export async function copyAllocations(
	tx: Tx,
	of: { readonly from: VersionId; readonly to: VersionId },
	newId: () => string,
): Promise<void> {
	const rows = await tx
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
		.where('allocation.version_id', '=', of.from)
		.orderBy('allocation.id')
		.execute();
	const taken = await listAllocatedPosts(tx, of.to);
	const copies = rows
		.filter(({ post_key }) => !taken.has(post_key as PostKey))
		.map((row) => ({ ...row, id: newId(), version_id: of.to }));
	for (let from = 0; from < copies.length; from += AT_ONCE)
		await tx
			.insertInto('allocation')
			.values(copies.slice(from, from + AT_ONCE))
			.execute();
}

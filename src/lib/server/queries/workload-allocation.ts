import { asId, share, type FunctionKey, type PostKey, type VersionId } from '#lib/domain/shared/index.ts';
import type { Allocation } from '#lib/domain/workload/index.ts';
import type { Reader } from '../db/index.ts';

/** Validated survey results of a structure version, by post and function. */
export async function listAllocations(db: Reader, versionId: VersionId): Promise<readonly Allocation[]> {
	const rows = await db
		.selectFrom('allocation')
		.select(['post_key', 'function_key', 'share', 'share_low', 'share_high', 'respondents', 'load', 'source'])
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
		source: row.source,
	}));
}

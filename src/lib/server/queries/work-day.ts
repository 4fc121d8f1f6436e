import type { FunctionKey, IsoDate, PostKey, VersionId } from '#lib/domain/shared/index.ts';
import type { DayEntry } from '#lib/domain/workload/index.ts';
import type { Reader, Tx } from '../db/index.ts';

/** A row of the photo of a day as stored. */
export interface StoredDayEntry extends DayEntry {
	readonly id: string;
	readonly postKey: PostKey;
	readonly day: IsoDate;
}

/** Every row of a structure version by post, day and clock. */
export async function listDayEntries(db: Reader, versionId: VersionId): Promise<readonly StoredDayEntry[]> {
	const rows = await db
		.selectFrom('work_day_entry')
		.selectAll()
		.where('version_id', '=', versionId)
		.orderBy('post_key')
		.orderBy('day')
		.orderBy('starts')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		postKey: row.post_key as PostKey,
		day: row.day as IsoDate,
		starts: row.starts,
		ends: row.ends,
		activity: row.activity,
		functionKey: row.function_key as FunctionKey | null,
		kind: row.kind,
		isPlanned: row.planned === 1,
		isInterruption: row.interruption === 1,
	}));
}

export async function insertDayEntry(
	tx: Tx,
	entry: StoredDayEntry & {
		readonly versionId: VersionId;
		readonly createdAt: string;
		readonly createdBy: string;
	},
): Promise<void> {
	await tx
		.insertInto('work_day_entry')
		.values({
			id: entry.id,
			version_id: entry.versionId,
			post_key: entry.postKey,
			day: entry.day,
			starts: entry.starts,
			ends: entry.ends,
			activity: entry.activity,
			function_key: entry.functionKey,
			kind: entry.kind,
			planned: entry.isPlanned ? 1 : 0,
			interruption: entry.isInterruption ? 1 : 0,
			created_at: entry.createdAt,
			created_by: entry.createdBy,
		})
		.execute();
}

/** False when the row is gone already. */
export async function deleteDayEntry(tx: Tx, versionId: VersionId, id: string): Promise<boolean> {
	const result = await tx
		.deleteFrom('work_day_entry')
		.where('version_id', '=', versionId)
		.where('id', '=', id)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

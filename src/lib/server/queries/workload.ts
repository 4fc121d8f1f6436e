import type { Activity, WorkloadAllowance } from '#lib/domain/org/index.ts';
import type { ActivityKey, UnitKey, VersionId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { activityColumns } from './structure-insert.ts';
import { toAllowance } from './structure-rows.ts';

/** Revisions of the activities of a unit, for telling a stale edit. */
export async function listActivityRevisions(
	db: Reader,
	versionId: VersionId,
	unitKey: UnitKey,
): Promise<ReadonlyMap<ActivityKey, number>> {
	const rows = await db
		.selectFrom('activity')
		.select(['key', 'revision'])
		.where('version_id', '=', versionId)
		.where('unit_key', '=', unitKey)
		.execute();
	return new Map(rows.map((row) => [row.key as ActivityKey, row.revision]));
}

/** Everything but the place in the list. False when the activity is gone or somebody changed it since. */
export async function updateActivity(
	tx: Tx,
	at: { readonly versionId: VersionId; readonly revision: number },
	activity: Activity,
): Promise<boolean> {
	const result = await tx
		.updateTable('activity')
		.set({ ...activityColumns(activity), revision: at.revision + 1 })
		.where('version_id', '=', at.versionId)
		.where('key', '=', activity.key)
		.where('revision', '=', at.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** False when the activity is gone or somebody changed it since. */
export async function deleteActivity(
	tx: Tx,
	activity: { readonly versionId: VersionId; readonly key: ActivityKey; readonly revision: number },
): Promise<boolean> {
	const result = await tx
		.deleteFrom('activity')
		.where('version_id', '=', activity.versionId)
		.where('key', '=', activity.key)
		.where('revision', '=', activity.revision)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

/** An allowance as stored, with what an edit needs. */
export interface StoredAllowance {
	readonly id: string;
	readonly revision: number;
	readonly allowance: WorkloadAllowance;
}

/** Allowances of a unit in the order of the list. */
export async function listAllowances(
	db: Reader,
	versionId: VersionId,
	unitKey: UnitKey,
): Promise<readonly StoredAllowance[]> {
	const rows = await db
		.selectFrom('workload_allowance')
		.selectAll()
		.where('version_id', '=', versionId)
		.where('unit_key', '=', unitKey)
		.orderBy('sort')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ id: row.id, revision: row.revision, allowance: toAllowance(row) }));
}

export interface AllowanceChange {
	readonly id: string;
	readonly revision: number;
	readonly allowance: WorkloadAllowance;
}

/** False when the allowance is gone or somebody changed it since. */
export async function updateAllowance(tx: Tx, change: AllowanceChange): Promise<boolean> {
	const { allowance } = change;
	const result = await tx
		.updateTable('workload_allowance')
		.set((eb) => ({
			kind: allowance.kind,
			name_bg: allowance.name.bg,
			name_en: allowance.name.en,
			...amounts(allowance),
			source: allowance.source,
			revision: eb('revision', '+', 1),
		}))
		.where('id', '=', change.id)
		.where('revision', '=', change.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** False when the allowance is gone or somebody changed it since. */
export async function deleteAllowance(tx: Tx, id: string, revision: number): Promise<boolean> {
	const result = await tx
		.deleteFrom('workload_allowance')
		.where('id', '=', id)
		.where('revision', '=', revision)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

function amounts(allowance: WorkloadAllowance) {
	if (allowance.kind === 'individual') {
		return { hours_per_year: allowance.hours, staff: allowance.staff, share: null };
	}
	const { per } = allowance;
	if ('hours' in per) return { hours_per_year: per.hours, staff: null, share: null };
	return { hours_per_year: null, staff: null, share: per.share };
}

/** Makes every volume of a version not measured and of another year; the time norms stay. Answers how many there were. */
export async function emptyVolumes(tx: Tx, versionId: VersionId, year: number): Promise<number> {
	const result = await tx
		.updateTable('activity')
		.set({ annual_volume: null, months: null, data_year: year })
		.where('version_id', '=', versionId)
		.executeTakeFirst();
	return Number(result.numUpdatedRows);
}

import { sameState, type StructureChange } from '#lib/domain/org/index.ts';
import type { VersionId } from '#lib/domain/shared/index.ts';
import type { Tx } from '../db/index.ts';
import { insertAllowance } from './structure-insert.ts';
import { deleteAllowance, listAllowances, updateAllowance } from './workload.ts';

type AllowanceChange = Extract<StructureChange, { readonly entity: 'workload-allowance' }>;

/**
 * Writes an allowance that comes, changes or goes. Only the row of its key is touched, and only where it still says the
 * earlier state; another one that says the same is somebody else's. False when it does not.
 */
export async function writeAllowance(
	tx: Tx,
	versionId: VersionId,
	{ key, before, after }: AllowanceChange,
): Promise<boolean> {
	if (before === null) {
		if (after !== null)
			await insertAllowance(tx, versionId, { allowance: after, sort: await lastPlace(tx, versionId) }, key);
		return true;
	}
	const stored = await listAllowances(tx, versionId, before.unitKey);
	const row = stored.find(({ id }) => id === key);
	if (!row || !sameState(row.allowance, before)) return false;
	return after === null
		? deleteAllowance(tx, row.id, row.revision)
		: updateAllowance(tx, { id: row.id, revision: row.revision, allowance: after });
}

async function lastPlace(tx: Tx, versionId: VersionId): Promise<number> {
	const row = await tx
		.selectFrom('workload_allowance')
		.select((eb) => eb.fn.max('sort').as('last'))
		.where('version_id', '=', versionId)
		.executeTakeFirst();
	return Number(row?.last ?? 0) + 1;
}

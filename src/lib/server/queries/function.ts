import type { AdminFunction } from '#lib/domain/org/index.ts';
import { asId, foldText, type FunctionKey, type VersionId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { fromOrigin } from './origin.ts';
import { replaceFunctionLinks } from './structure-insert.ts';

/** The stored revision of a function; undefined when the version has no such function. */
export async function findFunctionRevision(
	db: Reader,
	versionId: VersionId,
	key: FunctionKey,
): Promise<number | undefined> {
	const row = await db
		.selectFrom('admin_function')
		.select('revision')
		.where('version_id', '=', versionId)
		.where('key', '=', key)
		.executeTakeFirst();
	return row?.revision;
}

/** The stored revision of every function of a version. */
export async function listFunctionRevisions(
	db: Reader,
	versionId: VersionId,
): Promise<ReadonlyMap<FunctionKey, number>> {
	const rows = await db
		.selectFrom('admin_function')
		.select(['key', 'revision'])
		.where('version_id', '=', versionId)
		.execute();
	return new Map(rows.map((row): [FunctionKey, number] => [asId<FunctionKey>(row.key), row.revision]));
}

/** False when somebody changed the function since that revision, and nothing was written. */
export async function updateFunction(
	tx: Tx,
	place: { readonly versionId: VersionId; readonly revision: number },
	fn: AdminFunction,
	newId: () => string,
): Promise<boolean> {
	const row = await tx
		.updateTable('admin_function')
		.set({
			text_bg: fn.text.bg,
			text_en: fn.text.en,
			folded: foldText(`${fn.text.bg} ${fn.text.en ?? ''}`),
			kind: fn.kind,
			policy_area: fn.policyArea,
			general_category: fn.generalCategory,
			territory: fn.territory,
			sort: fn.sort,
			revision: place.revision + 1,
			...fromOrigin(fn.origin),
		})
		.where('version_id', '=', place.versionId)
		.where('key', '=', fn.key)
		.where('revision', '=', place.revision)
		.returning('id')
		.executeTakeFirst();
	if (!row) return false;
	await replaceFunctionLinks(tx, row.id, fn, newId);
	return true;
}

/** Marks that who takes part in a function changed; false when somebody was quicker. */
export async function bumpFunction(
	tx: Tx,
	versionId: VersionId,
	key: FunctionKey,
	revision: number,
): Promise<boolean> {
	const result = await tx
		.updateTable('admin_function')
		.set({ revision: revision + 1 })
		.where('version_id', '=', versionId)
		.where('key', '=', key)
		.where('revision', '=', revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** Removes a function with its participations, bases and powers. */
export async function deleteFunction(
	tx: Tx,
	versionId: VersionId,
	key: FunctionKey,
	revision: number,
): Promise<boolean> {
	const result = await tx
		.deleteFrom('admin_function')
		.where('version_id', '=', versionId)
		.where('key', '=', key)
		.where('revision', '=', revision)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

/** Marks that who takes part in the functions changed, inside a transaction that has checked it. */
export async function bumpFunctions(tx: Tx, versionId: VersionId, keys: readonly string[]): Promise<void> {
	for (const key of keys) {
		await tx
			.updateTable('admin_function')
			.set((eb) => ({ revision: eb('revision', '+', 1) }))
			.where('version_id', '=', versionId)
			.where('key', '=', key)
			.execute();
	}
}

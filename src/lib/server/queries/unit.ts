import type { OrgUnit } from '#lib/domain/org/index.ts';
import { foldText, type UnitKey, type VersionId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { fromOrigin } from './origin.ts';
import { toUnit } from './structure-rows.ts';

export interface Revised<T> {
	readonly value: T;
	/** Grows with every change; a person who saw an older one is told. */
	readonly revision: number;
}

export async function findUnit(
	db: Reader,
	versionId: VersionId,
	key: UnitKey,
): Promise<Revised<OrgUnit> | undefined> {
	const row = await db
		.selectFrom('org_unit')
		.selectAll()
		.where('version_id', '=', versionId)
		.where('key', '=', key)
		.executeTakeFirst();
	return row && { value: toUnit(row), revision: row.revision };
}

/** False when somebody changed the unit since that revision, and nothing was written. */
export async function updateUnit(
	tx: Tx,
	versionId: VersionId,
	unit: OrgUnit,
	revision: number,
): Promise<boolean> {
	const result = await tx
		.updateTable('org_unit')
		.set({
			parent_key: unit.parentKey,
			name_bg: unit.name.bg,
			name_en: unit.name.en,
			folded: foldText(`${unit.name.bg} ${unit.name.en ?? ''}`),
			kind: unit.kind,
			part: unit.part,
			sort: unit.sort,
			note: unit.note,
			revision: revision + 1,
			...fromOrigin(unit.origin),
		})
		.where('version_id', '=', versionId)
		.where('key', '=', unit.key)
		.where('revision', '=', revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

export async function deleteUnit(
	tx: Tx,
	versionId: VersionId,
	key: UnitKey,
	revision: number,
): Promise<boolean> {
	const result = await tx
		.deleteFrom('org_unit')
		.where('version_id', '=', versionId)
		.where('key', '=', key)
		.where('revision', '=', revision)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

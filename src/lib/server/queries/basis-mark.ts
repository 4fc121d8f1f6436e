import type { LegalReference } from '#lib/domain/legal/index.ts';
import type { FunctionKey, IsoDate, MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { toReference } from './structure.ts';

/** Functions of every municipality that rest on provisions, in versions that are worked on or hold. */
export async function listRestingFunctions(
	db: Reader,
	provisionIds: readonly string[],
): Promise<readonly { readonly municipalityId: MunicipalityId; readonly functionKey: FunctionKey }[]> {
	if (provisionIds.length === 0) return [];
	const rows = await db
		.selectFrom('function_basis')
		.innerJoin('admin_function', 'admin_function.id', 'function_basis.function_id')
		.innerJoin('structure_version', 'structure_version.id', 'admin_function.version_id')
		.select(['structure_version.municipality_id', 'admin_function.key'])
		.distinct()
		.where('function_basis.provision_id', 'in', provisionIds)
		.where('structure_version.valid_to', 'is', null)
		.orderBy('structure_version.municipality_id')
		.orderBy('admin_function.key')
		.execute();
	return rows.map((row) => ({
		municipalityId: row.municipality_id as MunicipalityId,
		functionKey: row.key as FunctionKey,
	}));
}

/** A function whose basis changed or ended, until somebody confirms it. */
export interface BasisMark {
	readonly id: string;
	readonly functionKey: FunctionKey;
	readonly provisionId: string;
	readonly actKey: string;
	readonly reference: LegalReference;
	readonly change: 'changed' | 'ended';
	readonly since: IsoDate;
}

export async function insertMark(
	tx: Tx,
	mark: {
		readonly id: string;
		readonly municipalityId: MunicipalityId;
		readonly functionKey: FunctionKey;
		readonly provisionId: string;
		readonly change: BasisMark['change'];
		readonly since: string;
	},
	made: { readonly at: string; readonly by: string },
): Promise<void> {
	await tx
		.insertInto('basis_mark')
		.values({
			id: mark.id,
			municipality_id: mark.municipalityId,
			function_key: mark.functionKey,
			provision_id: mark.provisionId,
			change: mark.change,
			since: mark.since,
			made_at: made.at,
			made_by: made.by,
			settled_at: null,
			settled_by: null,
		})
		.execute();
}

/** Marks of a municipality that nobody settled, oldest first. */
export async function listMarks(db: Reader, municipalityId: MunicipalityId): Promise<readonly BasisMark[]> {
	const rows = await db
		.selectFrom('basis_mark')
		.innerJoin('provision', 'provision.id', 'basis_mark.provision_id')
		.selectAll('provision')
		.select(['basis_mark.id as mark_id', 'function_key', 'change', 'since'])
		.where('basis_mark.municipality_id', '=', municipalityId)
		.where('settled_at', 'is', null)
		.orderBy('made_at')
		.orderBy('basis_mark.id')
		.execute();
	return rows.map((row) => ({
		id: row.mark_id,
		functionKey: row.function_key as FunctionKey,
		provisionId: row.id,
		actKey: row.act_key,
		reference: toReference(row),
		change: row.change,
		since: row.since as IsoDate,
	}));
}

export async function settleMark(
	tx: Tx,
	at: { readonly id: string; readonly municipalityId: MunicipalityId },
	made: { readonly at: string; readonly by: string },
): Promise<boolean> {
	const result = await tx
		.updateTable('basis_mark')
		.set({ settled_at: made.at, settled_by: made.by })
		.where('id', '=', at.id)
		.where('municipality_id', '=', at.municipalityId)
		.where('settled_at', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

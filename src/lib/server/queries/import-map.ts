import type { RememberedMap, SavedMap } from '#lib/domain/imports/index.ts';
import type { MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

export async function listMaps(db: Reader, municipalityId: MunicipalityId): Promise<readonly SavedMap[]> {
	const rows = await db
		.selectFrom('import_map')
		.select(['id', 'kind', 'columns', 'whole', 'updated_at', 'name'])
		.where('municipality_id', '=', municipalityId)
		.orderBy('updated_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map(({ id, kind, columns, whole, updated_at, name }) => ({
		id,
		name,
		savedAt: updated_at,
		kind: kind as RememberedMap['kind'],
		columns: JSON.parse(columns) as RememberedMap['columns'],
		whole: JSON.parse(whole) as RememberedMap['whole'],
	}));
}

/** False when there is no such map in the municipality. */
export async function deleteMap(tx: Tx, municipalityId: MunicipalityId, id: string): Promise<boolean> {
	const query = tx
		.deleteFrom('import_map')
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id);
	return (await query.executeTakeFirst()).numDeletedRows === 1n;
}

/** Remembers a map; one of the same headings is replaced. */
export async function saveMap(
	tx: Tx,
	municipalityId: MunicipalityId,
	map: RememberedMap & {
		readonly id: string;
		readonly signature: string;
		readonly at: string;
		readonly name: string | null;
	},
): Promise<void> {
	const row = {
		columns: JSON.stringify(map.columns),
		whole: JSON.stringify(map.whole),
		updated_at: map.at,
		name: map.name,
	};
	await tx
		.insertInto('import_map')
		.values({ id: map.id, municipality_id: municipalityId, kind: map.kind, signature: map.signature, ...row })
		.onConflict((conflict) => conflict.columns(['municipality_id', 'kind', 'signature']).doUpdateSet(row))
		.execute();
}

import { sql } from 'kysely';
import type { MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

/** The trail outlives what it tells of; it keeps nothing of the municipality alive. */
const NOT_HELD = ['audit_entry', 'structure_version'];

/**
 * Whether a municipality holds more than its first version, empty: anything at all that refers to it or to a version of
 * it. The schema itself says what refers to them, so that a new table counts from its first day.
 */
export async function holdsAnything(db: Reader, id: MunicipalityId): Promise<boolean> {
	const versions = await db
		.selectFrom('structure_version')
		.select(['id', 'status'])
		.where('municipality_id', '=', id)
		.execute();
	const [first] = versions;
	if (versions.length > 1 || first?.status === 'frozen') return true;
	return (
		(await isReferredTo(db, 'municipality', id)) ||
		(first !== undefined && (await isReferredTo(db, 'structure_version', first.id)))
	);
}

/** Takes a municipality that holds nothing out, with its empty version; false when it was changed meanwhile. */
export async function deleteMunicipality(
	tx: Tx,
	at: { readonly id: MunicipalityId; readonly revision: number },
): Promise<boolean> {
	const result = await tx
		.deleteFrom('municipality')
		.where('id', '=', at.id)
		.where('revision', '=', at.revision)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

async function isReferredTo(
	db: Reader,
	table: 'municipality' | 'structure_version',
	id: string,
): Promise<boolean> {
	const { rows } = await sql<{ readonly name: string; readonly column: string }>`
		select kept.name as name, reference."from" as column
		from sqlite_schema kept join pragma_foreign_key_list(kept.name) reference
		where kept.type = 'table' and reference."table" = ${table}
	`.execute(db);
	for (const { name, column } of rows) {
		if (NOT_HELD.includes(name)) continue;
		const found =
			await sql`select 1 from ${sql.table(name)} where ${sql.ref(column)} = ${id} limit 1`.execute(db);
		if (found.rows.length > 0) return true;
	}
	return false;
}

import type { Settlement } from '#lib/domain/org/index.ts';
import type { MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { SettlementTable } from '../db/schema/organisation.ts';
import { fromOrigin, toOrigin } from './origin.ts';

/** A settlement as it is kept, for whoever changes it. */
export interface SettlementRecord extends Settlement {
	readonly id: string;
	readonly revision: number;
}

export async function listSettlements(db: Reader, id: MunicipalityId): Promise<readonly Settlement[]> {
	const rows = await listRows(db, id);
	return rows.map(toSettlement);
}

export async function listSettlementRecords(
	db: Reader,
	id: MunicipalityId,
): Promise<readonly SettlementRecord[]> {
	const rows = await listRows(db, id);
	return rows.map((row) => ({ ...toSettlement(row), id: row.id, revision: row.revision }));
}

export async function insertSettlement(
	tx: Tx,
	row: { readonly id: string; readonly municipalityId: MunicipalityId; readonly settlement: Settlement },
): Promise<void> {
	await tx
		.insertInto('settlement')
		.values({ id: row.id, municipality_id: row.municipalityId, ...toColumns(row.settlement) })
		.execute();
}

/** False when somebody else changed or removed it meanwhile, and nothing was written. */
export async function updateSettlement(
	tx: Tx,
	at: { readonly id: string; readonly revision: number },
	settlement: Settlement,
): Promise<boolean> {
	const result = await tx
		.updateTable('settlement')
		.set({ ...toColumns(settlement), revision: at.revision + 1 })
		.where('id', '=', at.id)
		.where('revision', '=', at.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

export async function deleteSettlement(
	tx: Tx,
	at: { readonly id: string; readonly revision: number },
): Promise<boolean> {
	const result = await tx
		.deleteFrom('settlement')
		.where('id', '=', at.id)
		.where('revision', '=', at.revision)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

function listRows(db: Reader, id: MunicipalityId) {
	return db
		.selectFrom('settlement')
		.selectAll()
		.where('municipality_id', '=', id)
		.orderBy('name_bg')
		.execute();
}

function toColumns(settlement: Settlement) {
	return {
		name_bg: settlement.name.bg,
		name_en: settlement.name.en,
		kind: settlement.kind,
		status: settlement.status,
		ekatte: settlement.ekatte,
		population: settlement.population,
		...fromOrigin(settlement.origin),
	};
}

function toSettlement(row: Omit<SettlementTable, 'revision'>): Settlement {
	return {
		name: { bg: row.name_bg, en: row.name_en },
		kind: row.kind,
		status: row.status,
		ekatte: row.ekatte,
		population: row.population,
		origin: toOrigin(row),
	};
}

import type { IsoDate, MunicipalityId, UserId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

/** Somebody who sits, sat or will sit in the council. */
export interface CouncillorRecord {
	readonly id: string;
	readonly name: string;
	/** The account with which the person signs in; null for none. */
	readonly userId: UserId | null;
	readonly validFrom: IsoDate;
	/** First day on which the person no longer sits; null while they do. */
	readonly validTo: IsoDate | null;
}

/** Everybody who has a place in the council of a municipality, whoever sits first. */
export async function listCouncillorRecords(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly CouncillorRecord[]> {
	const rows = await db
		.selectFrom('councillor')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.orderBy((eb) => eb('valid_to', 'is not', null))
		.orderBy('name')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		name: row.name,
		userId: row.user_id as UserId | null,
		validFrom: row.valid_from as IsoDate,
		validTo: row.valid_to as IsoDate | null,
	}));
}

export async function insertCouncillor(
	tx: Tx,
	municipalityId: MunicipalityId,
	councillor: CouncillorRecord,
): Promise<void> {
	const row = {
		id: councillor.id,
		municipality_id: municipalityId,
		name: councillor.name,
		user_id: councillor.userId,
		valid_from: councillor.validFrom,
		valid_to: councillor.validTo,
	};
	await tx.insertInto('councillor').values(row).execute();
}

/** The mandate ends; what the person voted stays. False when it had ended already. */
export async function endCouncillor(tx: Tx, id: string, validTo: IsoDate): Promise<boolean> {
	const result = await tx
		.updateTable('councillor')
		.set({ valid_to: validTo })
		.where('id', '=', id)
		.where('valid_to', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

import type { MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Tx } from '../db/index.ts';

/** An act as the register keeps it; national where it belongs to no municipality. */
export interface RegisteredAct {
	readonly key: string;
	readonly municipalityId: MunicipalityId | null;
	readonly abbreviation: string;
	readonly name: string;
	readonly kind: string;
	readonly validFrom: string | null;
	readonly validTo: string | null;
}

/** Enters an act at the end of the register. */
export async function insertLocalAct(tx: Tx, act: RegisteredAct): Promise<void> {
	const last = await tx
		.selectFrom('legal_act')
		.select((eb) => eb.fn.max('sort').as('sort'))
		.executeTakeFirst();
	await tx
		.insertInto('legal_act')
		.values({
			key: act.key,
			abbreviation_bg: act.abbreviation,
			abbreviation_en: null,
			name_bg: act.name,
			name_en: null,
			kind: act.kind,
			sort: Number(last?.sort ?? 0) + 1,
			municipality_id: act.municipalityId,
			valid_from: act.validFrom,
			valid_to: act.validTo,
		})
		.execute();
}

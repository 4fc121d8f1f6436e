import type { LegalReference } from '#lib/domain/legal/index.ts';
import type { MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { toReference } from './structure.ts';

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

export interface ActLine extends RegisteredAct {
	readonly revision: number;
	readonly provisions: number;
	/** Where the act has English names. */
	readonly english: { readonly abbreviation: string | null; readonly name: string | null };
}

/** The national acts and those of the municipality, in the order of the register, with how many places each has. */
export async function listActs(db: Reader, municipalityId: MunicipalityId): Promise<readonly ActLine[]> {
	const rows = await db
		.selectFrom('legal_act')
		.selectAll()
		.select((eb) =>
			eb
				.selectFrom('provision')
				.select((inner) => inner.fn.countAll<number>().as('count'))
				.whereRef('provision.act_key', '=', 'legal_act.key')
				.as('provisions'),
		)
		.where((eb) => eb.or([eb('municipality_id', 'is', null), eb('municipality_id', '=', municipalityId)]))
		.orderBy('sort')
		.orderBy('key')
		.execute();
	return rows.map((row) => ({
		key: row.key,
		municipalityId: row.municipality_id as MunicipalityId | null,
		abbreviation: row.abbreviation_bg,
		name: row.name_bg,
		kind: row.kind,
		validFrom: row.valid_from,
		validTo: row.valid_to,
		revision: row.revision,
		provisions: Number(row.provisions ?? 0),
		english: { abbreviation: row.abbreviation_en, name: row.name_en },
	}));
}

/** False when somebody changed the act since that revision. */
export async function updateAct(tx: Tx, act: RegisteredAct, revision: number): Promise<boolean> {
	const result = await tx
		.updateTable('legal_act')
		.set({
			abbreviation_bg: act.abbreviation,
			name_bg: act.name,
			kind: act.kind,
			valid_from: act.validFrom,
			valid_to: act.validTo,
			revision: revision + 1,
		})
		.where('key', '=', act.key)
		.where('revision', '=', revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** A place in an act with its validity. */
export interface Provision {
	readonly id: string;
	readonly actKey: string;
	readonly reference: LegalReference;
	readonly validFrom: string | null;
	readonly validTo: string | null;
	readonly revision: number;
}

export async function listProvisions(db: Reader, actKey: string): Promise<readonly Provision[]> {
	const rows = await db.selectFrom('provision').selectAll().where('act_key', '=', actKey).execute();
	return rows.map((row) => ({
		id: row.id,
		actKey: row.act_key,
		reference: toReference(row),
		validFrom: row.valid_from,
		validTo: row.valid_to,
		revision: row.revision,
	}));
}

/** False when somebody changed the provision since that revision. */
export async function updateProvision(
	tx: Tx,
	at: { readonly id: string; readonly revision: number },
	validity: Pick<Provision, 'validFrom' | 'validTo'>,
): Promise<boolean> {
	const result = await tx
		.updateTable('provision')
		.set({ valid_from: validity.validFrom, valid_to: validity.validTo, revision: at.revision + 1 })
		.where('id', '=', at.id)
		.where('revision', '=', at.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** What a provision says, or said until a day. */
export interface Wording {
	readonly id: string;
	readonly wording: string;
	readonly validFrom: string | null;
	readonly validTo: string | null;
}

/** Newest first. */
export async function listWordings(db: Reader, provisionId: string): Promise<readonly Wording[]> {
	const rows = await db
		.selectFrom('provision_wording')
		.selectAll()
		.where('provision_id', '=', provisionId)
		.orderBy('created_at', 'desc')
		.orderBy('id', 'desc')
		.execute();
	return rows.map(({ id, wording, valid_from, valid_to }) => ({
		...{ id, wording },
		...{ validFrom: valid_from, validTo: valid_to },
	}));
}

/** A new wording ends the one that held. */
export async function insertWording(
	tx: Tx,
	provisionId: string,
	wording: Omit<Wording, 'validTo'>,
	made: { readonly at: string; readonly by: string },
): Promise<void> {
	await closeWording(tx, provisionId, wording.validFrom);
	await tx
		.insertInto('provision_wording')
		.values({
			id: wording.id,
			provision_id: provisionId,
			wording: wording.wording,
			valid_from: wording.validFrom,
			valid_to: null,
			created_at: made.at,
			created_by: made.by,
		})
		.execute();
}

export async function closeWording(tx: Tx, provisionId: string, validTo: string | null): Promise<void> {
	await tx
		.updateTable('provision_wording')
		.set({ valid_to: validTo })
		.where('provision_id', '=', provisionId)
		.where('valid_to', 'is', null)
		.execute();
}

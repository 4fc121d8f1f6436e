import type { LegalReference } from '#lib/domain/legal/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import type { FunctionKey, IsoDate, MunicipalityId, UnitKey } from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';
import { toReference } from './structure.ts';

/** A provision that changed or ended, and a function that rests on it; confirmed marks too. */
export interface ChangedBasis {
	readonly provisionId: string;
	readonly act: { readonly key: string; readonly name: LocalText };
	readonly reference: LegalReference;
	readonly functionKey: FunctionKey;
	readonly since: IsoDate;
}

/** The functions whose legal basis ever changed, by provision and function. */
export async function listChangedBases(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly ChangedBasis[]> {
	const rows = await db
		.selectFrom('basis_mark')
		.innerJoin('provision', 'provision.id', 'basis_mark.provision_id')
		.innerJoin('legal_act', 'legal_act.key', 'provision.act_key')
		.selectAll('provision')
		.select(['function_key', 'since', 'abbreviation_bg', 'abbreviation_en'])
		.where('basis_mark.municipality_id', '=', municipalityId)
		.orderBy('provision.id')
		.orderBy('function_key')
		.orderBy('basis_mark.id')
		.execute();
	return rows.map((row) => ({
		provisionId: row.id,
		act: { key: row.act_key, name: { bg: row.abbreviation_bg, en: row.abbreviation_en } },
		reference: toReference(row),
		functionKey: row.function_key as FunctionKey,
		since: row.since as IsoDate,
	}));
}

/** Organisational rules that were taken into an adopted version, with a unit whose function they state. */
export interface ChangedRegulation {
	readonly id: string;
	readonly title: string;
	readonly unitKey: UnitKey;
	readonly since: IsoDate;
}

export async function listChangedRegulations(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly ChangedRegulation[]> {
	const rows = await db
		.selectFrom('regulation_text')
		.innerJoin('structure_version', 'structure_version.id', 'regulation_text.version_id')
		.innerJoin('regulation_decision', 'regulation_decision.regulation_text_id', 'regulation_text.id')
		.select(['regulation_text.id', 'regulation_text.title', 'unit_key', 'structure_version.valid_from'])
		.distinct()
		.where('regulation_text.municipality_id', '=', municipalityId)
		.where('regulation_text.state', '=', 'applied')
		.where('structure_version.status', '=', 'frozen')
		.where('outcome', '=', 'accepted')
		.where('unit_key', 'is not', null)
		.orderBy('regulation_text.id')
		.orderBy('unit_key')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		title: row.title,
		unitKey: row.unit_key as UnitKey,
		since: row.valid_from as IsoDate,
	}));
}

import type { MunicipalityId, UnitKey } from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';

/** Whether any version of the municipality has a unit with this key. */
export async function unitExistsInMunicipality(
	db: Reader,
	municipalityId: MunicipalityId,
	unitKey: UnitKey,
): Promise<boolean> {
	const row = await db
		.selectFrom('org_unit')
		.innerJoin('structure_version', 'structure_version.id', 'org_unit.version_id')
		.select('org_unit.id')
		.where('structure_version.municipality_id', '=', municipalityId)
		.where('org_unit.key', '=', unitKey)
		.executeTakeFirst();
	return row !== undefined;
}

import {
	accountableUnits,
	lookUp,
	type AdminFunction,
	type OrgUnit,
	type Structure,
	type StructureLookup,
} from '../org/index.ts';
import {
	ancestorKeys,
	foldText,
	type FunctionKey,
	type MunicipalityId,
	type UnitKey,
} from '../shared/index.ts';
import { textFingerprint } from './fingerprint.ts';
import type { OverlapStatement } from './options.ts';
import { placeOfUnit } from './unit-place.ts';

/** A function as the analysis of a structure sees it. */
export interface OverlapMember {
	readonly municipalityId: MunicipalityId;
	readonly functionKey: FunctionKey;
	/** The unit that answers for it; null when none does. With several, the first of the structure. */
	readonly unitKey: UnitKey | null;
	readonly fingerprint: string;
	readonly fn: AdminFunction;
	/** True where the function or its unit serves one settlement only. */
	readonly isTerritorial: boolean;
	/** Units above the unit, nearest first. */
	readonly above: readonly UnitKey[];
}

export interface StructureStatement {
	readonly statement: OverlapStatement;
	readonly member: OverlapMember;
}

/** Every function of a structure as a statement, in the order of the structure. */
export function statementsOf(structure: Structure): readonly StructureStatement[] {
	const lookup = lookUp(structure);
	const home = foldText(structure.municipality.name.bg).replace(/^община /u, '');
	return structure.functions.map((fn) => {
		const unit = ownerOf(lookup, fn);
		const place = placeOf(fn, unit);
		return {
			statement: {
				id: `${structure.municipality.id}:${fn.key}`,
				unit: unit?.name.bg ?? '',
				text: fn.text.bg,
				place,
				home,
			},
			member: {
				municipalityId: structure.municipality.id,
				functionKey: fn.key,
				unitKey: unit?.key ?? null,
				fingerprint: textFingerprint(fn.text.bg),
				fn,
				isTerritorial: place !== null,
				above: unit ? ancestorKeys(lookup.unitByKey, unit.key) : [],
			},
		};
	});
}

function ownerOf(lookup: StructureLookup, fn: AdminFunction): OrgUnit | undefined {
	const [key] = accountableUnits(lookup, fn.key);
	return key === undefined ? undefined : lookup.unitByKey.get(key);
}

const PLACE_MARK = /^(?:с|гр|село|град|кметство)\.?\s+/u;

/** The settlement stated for the function, or else that of a territorial unit. */
function placeOf(fn: AdminFunction, unit: OrgUnit | undefined): string | null {
	if (fn.territory !== null) return foldText(fn.territory).replace(PLACE_MARK, '');
	if (unit?.part !== 'territorial') return null;
	return placeOfUnit(unit.name.bg) ?? foldText(unit.name.bg);
}

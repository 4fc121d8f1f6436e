import type { FunctionKey, PostKey, UnitKey } from '../shared/index.ts';
import type { Activity, AdminFunction, OrgUnit, Participation, Post, Structure } from './types.ts';

/** A structure with its cross-references resolved once; lists keep the structure's order. */
export interface StructureLookup {
	readonly structure: Structure;
	readonly unitByKey: ReadonlyMap<UnitKey, OrgUnit>;
	readonly postByKey: ReadonlyMap<PostKey, Post>;
	readonly functionByKey: ReadonlyMap<FunctionKey, AdminFunction>;
	readonly postsByUnit: ReadonlyMap<UnitKey, readonly Post[]>;
	readonly participationsByFunction: ReadonlyMap<FunctionKey, readonly Participation[]>;
	readonly participationsByUnit: ReadonlyMap<UnitKey, readonly Participation[]>;
	readonly activitiesByFunction: ReadonlyMap<FunctionKey, readonly Activity[]>;
	readonly activitiesByUnit: ReadonlyMap<UnitKey, readonly Activity[]>;
}

/** The same structure is looked up by many parts of one analysis; it is resolved for the first of them. */
export function lookUp(structure: Structure): StructureLookup {
	const known = RESOLVED.get(structure);
	if (known) return known;
	const lookup = resolve(structure);
	RESOLVED.set(structure, lookup);
	return lookup;
}

/** A pure cache of a pure function: structures are never changed in place. */
const RESOLVED = new WeakMap<Structure, StructureLookup>();

function resolve(structure: Structure): StructureLookup {
	return {
		structure,
		unitByKey: new Map(structure.units.map((unit) => [unit.key, unit])),
		postByKey: new Map(structure.posts.map((post) => [post.key, post])),
		functionByKey: new Map(structure.functions.map((fn) => [fn.key, fn])),
		postsByUnit: Map.groupBy(structure.posts, (post) => post.unitKey),
		participationsByFunction: Map.groupBy(structure.participations, (item) => item.functionKey),
		participationsByUnit: Map.groupBy(structure.participations, (item) => item.unitKey),
		activitiesByFunction: Map.groupBy(structure.activities, (activity) => activity.functionKey),
		activitiesByUnit: Map.groupBy(structure.activities, (activity) => activity.unitKey),
	};
}

/** The units that answer for a function; exactly one in a sound structure. */
export function accountableUnits(lookup: StructureLookup, functionKey: FunctionKey): readonly UnitKey[] {
	const parts = lookup.participationsByFunction.get(functionKey) ?? [];
	return parts.filter((part) => part.role === 'accountable').map((part) => part.unitKey);
}

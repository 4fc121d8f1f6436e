import {
	accountableUnits,
	lookUp,
	type Municipality,
	type Structure,
	type StructureLookup,
	type UnitKind,
} from '../org/index.ts';
import { fte, type Fte, type FunctionKey, type HoursPerYear, type UnitKey } from '../shared/index.ts';
import { hoursByUnit } from './fragmentation.ts';
import type { StructureOverlap } from './structure-overlaps.ts';

/** Why two figures may differ without anybody working better or worse. */
export type TwinCaveat =
	/** The work of one side or of both is not measured. */
	| 'not-measured'
	| 'population-unknown'
	/** The populations are of different years. */
	| 'population-year'
	/** One municipality has at least twice as many settlements. */
	| 'settlements'
	/** The structures are in force from different years. */
	| 'structure-year'
	/** The posts that do the work are paid from different sources. */
	| 'funding';

export interface TwinSide {
	readonly municipalityId: Municipality['id'];
	readonly functionKey: FunctionKey;
	/** Units that answer for the function or take part in it, in the order of the structure. */
	readonly units: readonly UnitKey[];
	/** Kind of the first unit that answers; null when none does. */
	readonly level: UnitKind | null;
	/** Full-time equivalents of the measured work; null when nothing is measured. */
	readonly fte: Fte | null;
	/** FTE for 1 000 residents; null when either is not known. */
	readonly ftePerThousand: number | null;
	/** FTE for a settlement; null when nothing is measured or no settlement is stated. */
	readonly ftePerSettlement: number | null;
}

/** One function as two municipalities do it (N09). */
export interface FunctionTwin {
	readonly key: string;
	readonly score: number;
	readonly a: TwinSide;
	readonly b: TwinSide;
	readonly caveats: readonly TwinCaveat[];
}

/**
 * The same functions in two or more municipalities side by side: the twins that the analysis calls a duplication, in its
 * order. FTE = measured hours a year ÷ `hoursPerFte`. Example: 850 h ÷ 1 700 h = 0,5 ЕПРВ; with 10 000 residents 0,05 for
 * a thousand, with 20 settlements 0,025 for each.
 */
export function compareTwins(
	structures: readonly Structure[],
	twins: readonly StructureOverlap[],
	{ hoursPerFte }: { readonly hoursPerFte: HoursPerYear },
): readonly FunctionTwin[] {
	const lookups = new Map(
		structures.map((structure) => [structure.municipality.id, { structure, lookup: lookUp(structure) }]),
	);
	return twins.flatMap((twin) => {
		const [own, other] = [lookups.get(twin.a.municipalityId), lookups.get(twin.b.municipalityId)];
		if (!own || !other || twin.label !== 'duplication') return [];
		const a = sideOf(own, twin.a.functionKey, hoursPerFte);
		const b = sideOf(other, twin.b.functionKey, hoursPerFte);
		const caveats = [...caveatsOf(own.structure, other.structure), ...workCaveats(own, other, a, b)];
		return [{ key: twin.key, score: twin.score, a, b, caveats }];
	});
}

interface Opened {
	readonly structure: Structure;
	readonly lookup: StructureLookup;
}

function sideOf(
	{ structure, lookup }: Opened,
	functionKey: FunctionKey,
	hoursPerFte: HoursPerYear,
): TwinSide {
	const { municipality, settlements } = structure;
	const busy = new Set(
		(lookup.participationsByFunction.get(functionKey) ?? []).flatMap(({ role, unitKey }) =>
			role === 'accountable' || role === 'participates' ? [unitKey] : [],
		),
	);
	const [first] = accountableUnits(lookup, functionKey);
	const hours = hoursByUnit(lookup, functionKey);
	const work =
		hours.size === 0 ? null : fte([...hours.values()].reduce((sum, h) => sum + h, 0) / hoursPerFte);
	return {
		municipalityId: municipality.id,
		functionKey,
		units: structure.units.filter(({ key }) => busy.has(key)).map(({ key }) => key),
		level: (first && lookup.unitByKey.get(first)?.kind) ?? null,
		fte: work,
		ftePerThousand:
			work === null || !municipality.population ? null : (work / municipality.population) * 1000,
		ftePerSettlement: work === null || settlements.length === 0 ? null : work / settlements.length,
	};
}

function caveatsOf(a: Structure, b: Structure): readonly TwinCaveat[] {
	const caveats: TwinCaveat[] = [];
	const [own, other] = [a.municipality, b.municipality];
	if (own.population === null || other.population === null) caveats.push('population-unknown');
	else if (own.populationAsOf !== other.populationAsOf) caveats.push('population-year');
	const [few, many] = [a.settlements.length, b.settlements.length].sort((x, y) => x - y);
	if ((many ?? 0) >= 2 * (few ?? 0) && many !== few) caveats.push('settlements');
	if (a.validFrom.slice(0, 4) !== b.validFrom.slice(0, 4)) caveats.push('structure-year');
	return caveats;
}

function workCaveats(own: Opened, other: Opened, a: TwinSide, b: TwinSide): readonly TwinCaveat[] {
	const caveats: TwinCaveat[] = [];
	if (a.fte === null || b.fte === null) caveats.push('not-measured');
	const [left, right] = [fundingOf(own, a), fundingOf(other, b)];
	if (left !== '' && right !== '' && left !== right) caveats.push('funding');
	return caveats;
}

/** Sources that pay the posts of a function, in the order of the alphabet; empty when no post is known. */
function fundingOf({ structure, lookup }: Opened, { functionKey }: TwinSide): string {
	const posts = new Set(
		(lookup.participationsByFunction.get(functionKey) ?? []).flatMap(({ postKey }) => postKey ?? []),
	);
	const sources = structure.posts.filter(({ key }) => posts.has(key)).map(({ funding }) => funding);
	return [...new Set(sources)].sort().join(' ');
}

import { nameKey, type ActName } from '../imports/index.ts';
import type { FunctionKind, Structure } from '../org/index.ts';
import type { FunctionKey, UnitKey } from '../shared/index.ts';
import { findBases, type FoundBases } from './find-bases.ts';
import type { StatedFunction } from './find-candidates.ts';
import { guessFunctionKind, usualAreas } from './guess.ts';
import { createUnitMatcher, type OwnerMatch } from './owners.ts';

/** A function of the structure that says nearly the same. */
export interface NearFunction {
	readonly key: FunctionKey;
	readonly score: number;
}

/** A stated function beside the structure, with what is proposed for it; a person decides. */
export interface FunctionCandidate extends StatedFunction, FoundBases {
	readonly owner: OwnerMatch;
	/** The function of the structure with the same wording. */
	readonly same: FunctionKey | null;
	readonly near: readonly NearFunction[];
	readonly kind: FunctionKind;
	/** Null where neither the unit nor a near function tells. */
	readonly policyArea: string | null;
}

export interface CandidateContext {
	readonly structure: Structure;
	readonly acts: readonly ActName[];
	/** Functions nearest to a wording in a unit, best first. */
	readonly near: (wording: string, unitName: string) => readonly NearFunction[];
}

/** Sets what the act states beside the structure: unit, bases, same and near functions, type and area. */
export function proposeCandidates(
	stated: readonly StatedFunction[],
	context: CandidateContext,
): readonly FunctionCandidate[] {
	const { structure } = context;
	const match = createUnitMatcher(structure.units);
	const units = new Map(structure.units.map((unit) => [unit.key, unit]));
	const functions = new Map(structure.functions.map((fn) => [fn.key, fn]));
	const same = indexWordings(structure);
	const areas = usualAreas(structure);
	return stated.map((one) => {
		const owner = match(one.ownerText);
		const unitKey = unitOf(owner);
		const unit = unitKey === null ? undefined : units.get(unitKey);
		const near = context.near(one.wording, unit?.name.bg ?? '');
		const twin = same.get(wordingKey(one.wording)) ?? null;
		const nearest = functions.get(twin ?? near[0]?.key ?? ('' as FunctionKey));
		return {
			...one,
			...findBases(one.wording, context.acts),
			owner,
			same: twin,
			near: near.filter(({ key }) => key !== twin),
			kind: nearest?.kind ?? guessFunctionKind(one.wording, unit),
			policyArea:
				(twin !== null ? nearest?.policyArea : undefined) ??
				areaFor(unitKey, areas) ??
				nearest?.policyArea ??
				null,
		};
	});
}

/** The unit of a match, certain or near. */
export function unitOf(owner: OwnerMatch): UnitKey | null {
	return owner.kind === 'unmatched' ? null : owner.unitKey;
}

/** What two wordings share when they are the same: letters and digits, folded. */
export function wordingKey(wording: string): string {
	return nameKey(wording, 'plain');
}

/** Functions by wording; among several of one wording the first of the structure. */
export function indexWordings(structure: Structure): ReadonlyMap<string, FunctionKey> {
	return new Map(structure.functions.toReversed().map((fn) => [wordingKey(fn.text.bg), fn.key]));
}

function areaFor(unitKey: UnitKey | null, areas: ReadonlyMap<UnitKey, string>): string | undefined {
	return unitKey === null ? undefined : areas.get(unitKey);
}

import { err, ok } from '../../shared/index.ts';
import { partUnder, withPartsBelow, type OrgUnit, type Structure } from '../../org/index.ts';
import type { UnitKey } from '../../shared/index.ts';
import type { NewUnit, OperationPayloads } from '../operation.ts';
import {
	checkNewKeys,
	checkUnitName,
	needUnit,
	nextSort,
	refusalOf,
	type ChangeResult,
	type Draft,
} from './draft.ts';
import { answeredFunctions, handOverRest } from './hand-over.ts';
import { withKeyed } from './lists.ts';

/**
 * Opens a unit under a superior, or at the top. Refusals: a key that is taken, a superior that is not there, a name
 * that is empty or stands there already.
 */
export function createUnit(draft: Draft, payload: OperationPayloads['unit-create']): ChangeResult {
	const { structure } = draft;
	const refusal =
		checkNewKeys(draft, [payload.key]) ??
		(payload.parentKey === null ? null : refusalOf(needUnit(draft, payload.parentKey))) ??
		checkUnitName(structure, payload);
	if (refusal) return err(refusal);
	const unit = newUnit(structure, payload, payload.parentKey);
	return ok({ structure: { ...structure, units: [...structure.units, unit] }, created: [unit.key] });
}

/** Another name, kind or part; a part that the place of the unit does not allow is not taken over. */
export function renameUnit(draft: Draft, payload: OperationPayloads['unit-rename']): ChangeResult {
	const unit = needUnit(draft, payload.unitKey);
	if (!unit.ok) return unit;
	const { name, kind, part } = payload;
	const isNatureKept = kind === unit.value.kind && part === unit.value.part;
	const changed = withUnit(draft.structure, { ...unit.value, name, kind, part });
	const structure = isNatureKept ? changed : inPlace(changed, unit.value.key);
	const renamed = structure.units.find(({ key }) => key === unit.value.key) ?? unit.value;
	if (isSameUnit(unit.value, renamed)) return err({ code: 'scenario/nothing-changed' });
	const refusal = checkUnitName(draft.structure, renamed);
	return refusal ? err(refusal) : ok({ structure });
}

/** A unit closes when it is empty; what only touches it goes to the unit that takes over. */
export function closeUnit(draft: Draft, payload: OperationPayloads['unit-close']): ChangeResult {
	const { structure } = draft;
	const { unitKey, takenOverBy } = payload;
	const unit = needUnit(draft, unitKey);
	if (!unit.ok) return unit;
	const receiver = takenOverBy === null ? null : needUnit(draft, takenOverBy);
	if (receiver && !receiver.ok) return receiver;
	if (takenOverBy === unitKey) return err({ code: 'scenario/same-unit', unitKey });
	const refusal = checkEmpty(structure, unitKey) ?? checkNothingLeft(structure, unitKey, takenOverBy);
	if (refusal) return err(refusal);
	const handed = takenOverBy === null ? structure : handOverRest(structure, unitKey, takenOverBy);
	const units = handed.units.filter((candidate) => candidate.key !== unitKey);
	return ok({ structure: { ...handed, units }, closed: [unitKey] });
}

/**
 * A unit as a scenario brings it: the last under its superior, in the part of the administration that goes with it.
 */
export function newUnit(structure: Structure, unit: NewUnit, parentKey: UnitKey | null): OrgUnit {
	const { key, name, kind, part } = unit;
	const origin = { verification: 'reconstructed', source: 'scenario', asOf: null } as const;
	const superior = structure.units.find((candidate) => candidate.key === parentKey) ?? null;
	return {
		...{ key, parentKey, name, kind, part: partUnder({ kind, part }, superior) },
		...{ sort: nextSort(structure, parentKey), origin, note: null },
	};
}

/** The structure after a unit came to its place: its part follows, with everything below it. */
export function inPlace(structure: Structure, unitKey: UnitKey): Structure {
	return { ...structure, units: withPartsBelow(structure.units, unitKey) };
}

/** The structure with a unit in the place of the one of the same key. */
export function withUnit(structure: Structure, unit: OrgUnit): Structure {
	return { ...structure, units: withKeyed(structure.units, unit) };
}

function isSameUnit(before: OrgUnit, after: OrgUnit): boolean {
	return (
		before.name.bg === after.name.bg &&
		before.name.en === after.name.en &&
		before.kind === after.kind &&
		before.part === after.part
	);
}

function checkEmpty(structure: Structure, unitKey: UnitKey) {
	const unitKeys = structure.units.filter((unit) => unit.parentKey === unitKey).map((unit) => unit.key);
	if (unitKeys.length > 0) return { code: 'scenario/unit-has-sub-units', unitKey, unitKeys } as const;
	const postKeys = structure.posts.filter((post) => post.unitKey === unitKey).map((post) => post.key);
	if (postKeys.length > 0) return { code: 'scenario/unit-has-posts', unitKey, postKeys } as const;
	const functionKeys = answeredFunctions(structure, unitKey);
	if (functionKeys.length > 0) return { code: 'scenario/unit-has-functions', unitKey, functionKeys } as const;
	return null;
}

function checkNothingLeft(structure: Structure, unitKey: UnitKey, takenOverBy: UnitKey | null) {
	if (takenOverBy !== null) return null;
	const count = (items: readonly { readonly unitKey: UnitKey }[]) =>
		items.filter((item) => item.unitKey === unitKey).length;
	const [participations, activities, allowances] = [
		count(structure.participations),
		count(structure.activities),
		count(structure.allowances),
	];
	return participations + activities + allowances === 0
		? null
		: ({ code: 'scenario/unit-still-in-use', unitKey, participations, activities, allowances } as const);
}

import { err, ok, subtreeKeys } from '../../shared/index.ts';
import type { OrgUnit, Structure } from '../../org/index.ts';
import type { Result, UnitKey } from '../../shared/index.ts';
import type { BelowChoice, OperationPayloads } from '../operation.ts';
import type { ChangeRefusal } from '../refusal.ts';
import { checkUnitName, needUnit, nextSort, refusalOf, type ChangeResult, type Draft } from './draft.ts';
import { inPlace, withUnit } from './unit.ts';

/**
 * Hangs a unit elsewhere; what stands right below it goes along, stays under its former superior or waits for a place.
 * The part of the administration follows the new place; right under whoever leads and at the top, where the place gives
 * none, it is the chosen one, or stays. A unit that waits may also be put at the top where it stands: that is then its place.
 * Example: a directorate with two departments moved as `unplaced`: both stand at the top and wait.
 */
export function moveUnit(draft: Draft, payload: OperationPayloads['unit-move']): ChangeResult {
	const { unitKey, parentKey, below = 'along', part } = payload;
	const unit = needUnit(draft, unitKey);
	if (!unit.ok) return unit;
	const missing = parentKey === null ? null : refusalOf(needUnit(draft, parentKey));
	if (missing) return err(missing);
	if (unit.value.parentKey === parentKey && !draft.waiting.has(unitKey))
		return err({ code: 'scenario/nothing-changed' });
	const parted = partFromBelow(draft.structure, unit.value, below);
	if (!parted.ok) return parted;
	const { structure, left } = parted.value;
	if (parentKey !== null && subtreeKeys<UnitKey, OrgUnit>(structure.units, unitKey).has(parentKey))
		return err({ code: 'scenario/cycle', unitKey, parentKey });
	const moved = hung(structure, { ...unit.value, ...(part && { part }) }, parentKey);
	if (!moved.ok) return moved;
	const waiting = [...draft.waiting, ...left].filter((key) => key !== unitKey);
	return ok({ structure: moved.value, waiting: new Set(waiting) });
}

/** The structure with the units right below taken away as chosen, in the order of the act, and those left without a place. */
function partFromBelow(
	structure: Structure,
	unit: OrgUnit,
	below: BelowChoice,
): Result<{ readonly structure: Structure; readonly left: readonly UnitKey[] }, ChangeRefusal> {
	if (below === 'along') return ok({ structure, left: [] });
	const to = below === 'lifted' ? unit.parentKey : null;
	const children = structure.units
		.filter((candidate) => candidate.parentKey === unit.key)
		.toSorted((one, other) => one.sort - other.sort || (one.key < other.key ? -1 : 1));
	let parted = structure;
	for (const child of children) {
		const lifted = hung(parted, child, to);
		if (!lifted.ok) return lifted;
		parted = lifted.value;
	}
	return ok({ structure: parted, left: to === null ? children.map((child) => child.key) : [] });
}

/** The structure with the unit last among those under the parent, in the part of the parent; null is the top. */
function hung(
	structure: Structure,
	unit: OrgUnit,
	parentKey: UnitKey | null,
): Result<Structure, ChangeRefusal> {
	const moved: OrgUnit = { ...unit, parentKey, sort: nextSort(structure, parentKey) };
	const refusal = checkUnitName(structure, moved);
	return refusal ? err(refusal) : ok(inPlace(withUnit(structure, moved), unit.key));
}

import { subtreeKeys, type UnitKey } from '../shared/index.ts';
import type { StructureChange } from './edit-change.ts';
import type { OrgUnit, Structure } from './types.ts';

/** Whether something inside the structure rests on the thing that a change would remove. */
export function usesInside(structure: Structure, change: StructureChange): boolean {
	const { units, posts, participations, activities, allowances } = structure;
	const { key } = change;
	switch (change.entity) {
		case 'unit':
			return (
				units.some((one) => one.parentKey === key) ||
				[...posts, ...participations, ...activities, ...allowances].some((one) => one.unitKey === key)
			);
		case 'post':
			return [...participations, ...activities].some((one) => one.postKey === key);
		case 'function':
			return [...participations, ...activities].some((one) => one.functionKey === key);
		default:
			return false;
	}
}

/** Whether the state that a change would bring back points at something that is not there. */
export function breaksReference(structure: Structure, change: StructureChange): boolean {
	const hasUnit = (key: string) => structure.units.some((unit) => unit.key === key);
	switch (change.entity) {
		case 'unit':
			return !canStandUnder(structure, change.after?.key, change.after?.parentKey ?? null);
		case 'post':
		case 'workload-allowance':
			return change.after !== null && !hasUnit(change.after.unitKey);
		case 'activity': {
			const { functionKey, unitKey, postKey } = change.after ?? {};
			return (
				!hasUnit(unitKey ?? '') ||
				!structure.functions.some((fn) => fn.key === functionKey) ||
				(postKey !== null && !structure.posts.some((post) => post.key === postKey))
			);
		}
		default:
			return false;
	}
}

function canStandUnder({ units }: Structure, key: UnitKey | undefined, parent: UnitKey | null): boolean {
	if (parent === null || key === undefined) return true;
	if (!units.some((unit) => unit.key === parent)) return false;
	return !units.some((unit) => unit.key === key) || !subtreeKeys<UnitKey, OrgUnit>(units, key).has(parent);
}

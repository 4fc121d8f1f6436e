import { foldText, subtreeKeys, type UnitKey } from '../shared/index.ts';
import { planEdit } from './edit-plan.ts';
import { checkLength, checkRequired, tidyLocal, tidyNote, tidyOrigin, warnEnglish } from './edit-text.ts';
import {
	MAX_LENGTH,
	type Edit,
	type EditResult,
	type EnglishLeft,
	type OutsideUses,
	type SameName,
	type TextRefusal,
	type UnusualNesting,
	type Uses,
} from './edit-types.ts';
import type { OrgUnit, Structure, UnitKind } from './types.ts';

/** A unit as a person gives it; the key belongs to the product. */
export type UnitDraft = Omit<OrgUnit, 'key' | 'sort'> & {
	/** Place among the siblings; null puts a new unit last and leaves an existing one where it is. */
	readonly sort: number | null;
};

export type UnitEdit = Edit<UnitKey, UnitDraft>;

export type UnitRefusal =
	| TextRefusal<'nameBg' | 'nameEn' | 'note' | 'source'>
	| { readonly code: 'org/unit-not-found'; readonly field: 'unit'; readonly key: UnitKey }
	| { readonly code: 'org/parent-not-found'; readonly field: 'parentKey'; readonly key: UnitKey }
	/** The new superior is the unit itself or stands below it. */
	| { readonly code: 'org/cycle'; readonly field: 'parentKey'; readonly key: UnitKey }
	| { readonly code: 'org/unit-in-use'; readonly field: 'unit'; readonly uses: Uses };

export type UnitWarning = UnusualNesting | SameName | EnglishLeft;

/**
 * Checks the change of a unit against its structure and gives the state before and after.
 * Refuses with `org/text-empty`, `org/text-too-long`, `org/unit-not-found`, `org/parent-not-found`, `org/cycle`
 * and `org/unit-in-use` (a unit goes only when nothing rests on it any more; to close a unit with its functions, use
 * a scenario). Warns about an unusual nesting of kinds and about a second unit of the same name and about
 * an English name that stayed when the Bulgarian one changed.
 * `newKey` is the key that a new unit gets.
 */
export function planUnitEdit(
	structure: Structure,
	edit: UnitEdit,
	given: { readonly newKey: UnitKey; readonly outside: OutsideUses },
): EditResult<OrgUnit, UnitWarning, UnitRefusal> {
	return planEdit(edit, {
		things: structure.units,
		newKey: given.newKey,
		missing: (key): UnitRefusal => ({ code: 'org/unit-not-found', field: 'unit', key }),
		checkRemoval: ({ key }) => checkRemoval(usesOfUnit(structure, key, given.outside)),
		check: (draft, before) => [...checkTexts(draft), ...checkParent(structure, before, draft.parentKey)],
		make: (draft, key, before) => toUnit(structure, draft, { key, sort: before?.sort }),
		warn: (after, before): readonly UnitWarning[] => [
			...warnNesting(structure, after),
			...warnName(structure, after),
			...warnEnglish(before?.name, after.name),
		],
	});
}

/** What rests on a unit inside its structure, together with the uses outside it. */
export function usesOfUnit(structure: Structure, key: UnitKey, outside: OutsideUses): Uses {
	return {
		units: structure.units.filter((unit) => unit.parentKey === key).length,
		posts: structure.posts.filter((post) => post.unitKey === key).length,
		participations: structure.participations.filter((part) => part.unitKey === key).length,
		activities: structure.activities.filter((activity) => activity.unitKey === key).length,
		allowances: structure.allowances.filter((allowance) => allowance.unitKey === key).length,
		...outside,
	};
}

function checkRemoval(uses: Uses): readonly UnitRefusal[] {
	const isUsed = Object.values(uses).some((count) => count > 0);
	return isUsed ? [{ code: 'org/unit-in-use', field: 'unit', uses }] : [];
}

function checkTexts(draft: UnitDraft): readonly UnitRefusal[] {
	return [
		...checkRequired('nameBg', draft.name.bg, MAX_LENGTH.name),
		...checkLength('nameEn', draft.name.en, MAX_LENGTH.name),
		...checkLength('note', draft.note, MAX_LENGTH.note),
		...checkRequired('source', draft.origin.source, MAX_LENGTH.source),
	];
}

function checkParent(
	structure: Structure,
	before: OrgUnit | null,
	parentKey: UnitKey | null,
): readonly UnitRefusal[] {
	if (parentKey === null) return [];
	if (!structure.units.some(({ key }) => key === parentKey)) {
		return [{ code: 'org/parent-not-found', field: 'parentKey', key: parentKey }];
	}
	const isBelow =
		before !== null && subtreeKeys<UnitKey, OrgUnit>(structure.units, before.key).has(parentKey);
	return isBelow ? [{ code: 'org/cycle', field: 'parentKey', key: parentKey }] : [];
}

function toUnit(
	structure: Structure,
	draft: UnitDraft,
	{ key, sort }: { readonly key: UnitKey; readonly sort: number | undefined },
): OrgUnit {
	return {
		key,
		parentKey: draft.parentKey,
		name: tidyLocal(draft.name),
		kind: draft.kind,
		part: draft.part,
		sort: draft.sort ?? sort ?? nextSort(structure),
		origin: tidyOrigin(draft.origin),
		note: tidyNote(draft.note),
	};
}

function nextSort(structure: Structure): number {
	return structure.units.reduce((highest, unit) => Math.max(highest, unit.sort), 0) + 1;
}

/**
 * Usual superiors by kind: a department stands in a directorate, a sector in a department or a directorate,
 * a directorate under the mayor, a deputy mayor or the secretary. Source: Закон за администрацията and the
 * organisational rules of the two municipalities.
 */
const USUAL_PARENTS: Partial<Record<UnitKind, readonly UnitKind[]>> = {
	directorate: ['mayor', 'deputy-mayors', 'secretary', 'group'],
	department: ['directorate', 'mayor', 'deputy-mayors', 'secretary'],
	sector: ['department', 'directorate'],
	'audit-unit': ['mayor'],
	mayoralty: ['mayor', 'group'],
	'mayoral-office': ['mayor', 'mayoralty', 'group'],
};

function warnNesting(structure: Structure, unit: OrgUnit): readonly UnitWarning[] {
	const parent =
		unit.parentKey === null ? undefined : structure.units.find(({ key }) => key === unit.parentKey);
	const usual = USUAL_PARENTS[unit.kind];
	if (!parent || !usual || usual.includes(parent.kind)) return [];
	return [{ code: 'org/unusual-nesting', kind: unit.kind, parentKind: parent.kind }];
}

function warnName(structure: Structure, unit: OrgUnit): readonly UnitWarning[] {
	const name = foldText(unit.name.bg);
	const twin = structure.units.find((other) => other.key !== unit.key && foldText(other.name.bg) === name);
	return twin ? [{ code: 'org/same-name', key: twin.key, name: twin.name }] : [];
}

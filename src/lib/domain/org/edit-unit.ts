import { err, foldText, ok, subtreeKeys, type UnitKey } from '../shared/index.ts';
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
	const before = edit.kind === 'create' ? null : findUnit(structure, edit.key);
	if (before === undefined) return err([notFound(edit.kind === 'create' ? given.newKey : edit.key)]);
	if (edit.kind === 'delete') return planDelete(structure, before, given.outside);
	const refusals = [...checkTexts(edit.draft), ...checkParent(structure, before, edit.draft.parentKey)];
	if (refusals.length > 0) return err(refusals);
	const after = toUnit(structure, edit.draft, before, given.newKey);
	const warnings = [
		...warnNesting(structure, after),
		...warnName(structure, after),
		...warnEnglish(before?.name, after.name),
	];
	return ok({ before, after, warnings });
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

function findUnit(structure: Structure, key: UnitKey): OrgUnit | undefined {
	return structure.units.find((unit) => unit.key === key);
}

function notFound(key: UnitKey): UnitRefusal {
	return { code: 'org/unit-not-found', field: 'unit', key };
}

function planDelete(
	structure: Structure,
	before: OrgUnit | null,
	outside: OutsideUses,
): EditResult<OrgUnit, UnitWarning, UnitRefusal> {
	if (before === null) return err([]);
	const uses = usesOfUnit(structure, before.key, outside);
	const isUsed = Object.values(uses).some((count) => count > 0);
	return isUsed
		? err([{ code: 'org/unit-in-use', field: 'unit', uses }])
		: ok({ before, after: null, warnings: [] });
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
	if (!findUnit(structure, parentKey)) {
		return [{ code: 'org/parent-not-found', field: 'parentKey', key: parentKey }];
	}
	const isBelow =
		before !== null && subtreeKeys<UnitKey, OrgUnit>(structure.units, before.key).has(parentKey);
	return isBelow ? [{ code: 'org/cycle', field: 'parentKey', key: parentKey }] : [];
}

function toUnit(structure: Structure, draft: UnitDraft, before: OrgUnit | null, newKey: UnitKey): OrgUnit {
	return {
		key: before?.key ?? newKey,
		parentKey: draft.parentKey,
		name: tidyLocal(draft.name),
		kind: draft.kind,
		part: draft.part,
		sort: draft.sort ?? before?.sort ?? nextSort(structure),
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
	const parent = unit.parentKey === null ? undefined : findUnit(structure, unit.parentKey);
	const usual = USUAL_PARENTS[unit.kind];
	if (!parent || !usual || usual.includes(parent.kind)) return [];
	return [{ code: 'org/unusual-nesting', kind: unit.kind, parentKind: parent.kind }];
}

function warnName(structure: Structure, unit: OrgUnit): readonly UnitWarning[] {
	const name = foldText(unit.name.bg);
	const twin = structure.units.find((other) => other.key !== unit.key && foldText(other.name.bg) === name);
	return twin ? [{ code: 'org/same-name', key: twin.key, name: twin.name }] : [];
}

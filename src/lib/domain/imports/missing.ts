import { subtreeKeys, type PostKey, type UnitKey } from '../shared/index.ts';
import type { OrgUnit } from '../org/index.ts';
import type { ImportChange, ImportEntity } from './changes.ts';
import type { Desk } from './desk.ts';
import type { SheetKind } from './fields.ts';

/**
 * Finds what the file does not name, of the kinds that it holds, and — unless the mode is `merge` — removes what
 * nothing rests on. Functions go with their participations; a unit goes with nothing in it; people, requirements and
 * lines of training plans never go. While rows of a kind have errors or were left out, nothing of that kind goes, since they may name it.
 * What evidence, people, measured work or scenarios point at is protected and stays.
 */
export function settleMissing(desk: Desk): void {
	for (const [kind, remove] of REMOVERS)
		if (desk.kinds.has(kind)) remove(desk, desk.context.mode !== 'merge' && !desk.unsure.has(kind));
}

/** Dependants first: what hangs on a thing goes before the thing itself. */
const REMOVERS: readonly (readonly [SheetKind, (desk: Desk, isRemoving: boolean) => void])[] = [
	['participations', removeParticipations],
	['activities', removeActivities],
	['functions', removeFunctions],
	['staffing', removePosts],
	['units', removeUnits],
	['training', nameLines],
];

/** Lines of a plan never go with a table, since people may be in them; those of its years are only named. */
function nameLines(desk: Desk): void {
	const named = [...desk.lines.values()].filter(({ id }) => desk.named.has(`plan-item:${id}`));
	const years = new Set(named.map(({ year }) => year));
	for (const { id, year } of desk.lines.values())
		if (years.has(year) && !desk.named.has(`plan-item:${id}`))
			desk.missing.push({ entity: 'plan-item', key: id, isProtected: true });
}

function removeParticipations(desk: Desk, isRemoving: boolean): void {
	for (const [place, part] of desk.participations) {
		if (desk.named.has(`participation:${place}`)) continue;
		desk.missing.push({ entity: 'participation', key: place, isProtected: false });
		if (!isRemoving) continue;
		desk.changes.push({ entity: 'participation', key: place, before: part, after: null, ...NOWHERE });
		desk.participations.delete(place);
	}
}

function removeActivities(desk: Desk, isRemoving: boolean): void {
	for (const [key, activity] of desk.activities) {
		if (desk.named.has(`activity:${key}`)) continue;
		desk.missing.push({ entity: 'activity', key, isProtected: false });
		if (!isRemoving) continue;
		desk.changes.push({ entity: 'activity', key, before: activity, after: null, ...NOWHERE });
		desk.activities.delete(key);
	}
}

function removeFunctions(desk: Desk, isRemoving: boolean): void {
	const measured = new Set([...desk.activities.values()].map((activity) => activity.functionKey));
	for (const [key, fn] of desk.functions) {
		if (desk.named.has(`function:${key}`)) continue;
		const isProtected = measured.has(key) || isUsed(desk, 'function', key);
		desk.missing.push({ entity: 'function', key, isProtected });
		if (!isRemoving || isProtected) continue;
		for (const [place, part] of desk.participations) {
			if (part.functionKey !== key) continue;
			desk.changes.push({ entity: 'participation', key: place, before: part, after: null, ...NOWHERE });
			desk.participations.delete(place);
		}
		desk.changes.push({ entity: 'function', key, before: fn, after: null, ...NOWHERE });
		desk.functions.delete(key);
	}
}

function removePosts(desk: Desk, isRemoving: boolean): void {
	const busy = new Set<PostKey | null>([
		...[...desk.participations.values()].map((part) => part.postKey),
		...[...desk.activities.values()].map((activity) => activity.postKey),
		...[...desk.employees.values()].map((person) => person.postKey),
	]);
	for (const [key, post] of desk.posts) {
		if (desk.named.has(`post:${key}`)) continue;
		const isProtected = busy.has(key) || isUsed(desk, 'post', key);
		desk.missing.push({ entity: 'post', key, isProtected });
		if (!isRemoving || isProtected) continue;
		desk.changes.push({ entity: 'post', key, before: post, after: null, ...NOWHERE });
		desk.posts.delete(key);
	}
}

/** Lowest first, so that a unit whose units all go can go too. */
function removeUnits(desk: Desk, isRemoving: boolean): void {
	const all = [...desk.units.values()];
	const missing = all.filter((unit) => !desk.named.has(`unit:${unit.key}`));
	const depth = new Map(missing.map(({ key }) => [key, subtreeKeys<UnitKey, OrgUnit>(all, key).size]));
	for (const unit of missing.sort((a, b) => (depth.get(a.key) ?? 0) - (depth.get(b.key) ?? 0))) {
		const isProtected = isUsed(desk, 'unit', unit.key) || holdsSomething(desk, unit.key);
		desk.missing.push({ entity: 'unit', key: unit.key, isProtected });
		if (!isRemoving || isProtected) continue;
		desk.changes.push({ entity: 'unit', key: unit.key, before: unit, after: null, ...NOWHERE });
		desk.units.delete(unit.key);
	}
}

function holdsSomething(desk: Desk, key: UnitKey): boolean {
	const has = <T>(things: Iterable<T>, test: (thing: T) => boolean) => [...things].some(test);
	return (
		has(desk.units.values(), (unit) => unit.parentKey === key) ||
		has(desk.posts.values(), (post) => post.unitKey === key) ||
		has(desk.participations.values(), (part) => part.unitKey === key) ||
		has(desk.activities.values(), (activity) => activity.unitKey === key) ||
		desk.context.structure.allowances.some((allowance) => allowance.unitKey === key)
	);
}

function isUsed(desk: Desk, entity: ImportEntity, key: string): boolean {
	return desk.context.inUse.has(`${entity}:${key}`);
}

const NOWHERE: Pick<ImportChange, 'from' | 'sources'> = { from: null, sources: [] };

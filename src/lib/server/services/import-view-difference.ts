import {
	approvedYears,
	SHEET_KINDS,
	type ChangeSum,
	type ChangesView,
	type ChangeView,
	type DifferenceView,
	type ImportChange,
	type ImportEntity,
	type ImportPlan,
	type NearThing,
	type PlanLine,
	type SheetKind,
} from '#lib/domain/imports/index.ts';
import type { LocalText, Structure } from '#lib/domain/org/index.ts';
import type { PlannedImport } from './import-open.ts';
import { shownThing, type Names, type RegisterNames } from './import-view-thing.ts';

const CHANGES_A_PAGE = 50;
const MOST_MISSING = 200;

export function differenceView(
	planned: PlannedImport,
	wantedPage: number,
	registers: RegisterNames,
	nearOf: (change: ImportChange) => readonly NearThing[],
): DifferenceView {
	const { plan, structure, sheets } = planned;
	const names = { ...namesOf(structure, plan.after), registers };
	const removed = new Set(plan.changes.filter(({ after }) => after === null).map(nameOfThing));
	const kept = plan.missing.filter((one) => !removed.has(nameOfThing(one)));
	const pages = Math.max(1, Math.ceil(plan.changes.length / CHANGES_A_PAGE));
	const page = Math.min(Math.max(1, wantedPage), pages);
	const count = (state: ChangeView['state']) =>
		plan.changes.filter((change) => stateOf(change) === state).length;
	return {
		changes: plan.changes
			.slice((page - 1) * CHANGES_A_PAGE, page * CHANGES_A_PAGE)
			.map((change) => ({ ...changeView(change, names, sheets), near: nearOf(change) })),
		page,
		pages,
		counts: { new: count('new'), changed: count('changed'), removed: count('removed'), missing: kept.length },
		sums: sumChanges(plan.changes),
		missing: kept.slice(0, MOST_MISSING).map((one) => ({ ...one, name: nameOfKey(one, names) })),
		refused: refusedRows(plan),
		approvedYears: approvedYears(planned.trainingPlans, plan.changes),
		isUnsure: plan.sheets.some((sheet) =>
			sheet?.outcomes.some(({ reason }) => reason === 'errors' || reason === 'left-out'),
		),
	};
}

function refusedRows({ sheets }: ImportPlan): DifferenceView['refused'] {
	const rowsOf = (kind: SheetKind) =>
		sheets
			.filter((sheet) => sheet?.kind === kind)
			.flatMap((sheet) => sheet?.outcomes ?? [])
			.filter(({ reason }) => reason === 'not-allowed').length;
	return SHEET_KINDS.map((kind) => ({ kind, rows: rowsOf(kind) })).filter(({ rows }) => rows > 0);
}

function changeView(
	change: ImportChange,
	names: Names,
	sheets: readonly { readonly grid: { readonly name: string } }[] = [],
): ChangeView {
	return {
		entity: change.entity,
		name: nameOfChange(change, names),
		state: stateOf(change),
		before: change.before === null ? null : shownThing(change.before, names),
		after: change.after === null ? null : shownThing(change.after, names),
		from: change.from && { sheet: sheets[change.from.sheet]?.grid.name ?? '', row: change.from.row },
		near: [],
	};
}

/** A page of what a run changed, with the names of now and, for what is gone, of then. */
export function changesView(
	changes: readonly ImportChange[],
	{ structure, registers }: { readonly structure: Structure | undefined; readonly registers: RegisterNames },
	wanted: number,
): ChangesView {
	const names = { ...withChanges(structure ? namesOf(structure) : namesOf(), changes), registers };
	const pages = Math.max(1, Math.ceil(changes.length / CHANGES_A_PAGE));
	const page = Math.min(Math.max(1, wanted), pages);
	const shownNow = changes.slice((page - 1) * CHANGES_A_PAGE, page * CHANGES_A_PAGE);
	return {
		changes: shownNow.map((change) => changeView(change, names)),
		...{ page, pages, total: changes.length, sums: sumChanges(changes) },
	};
}

const ENTITIES: readonly ImportEntity[] = [
	'unit',
	'post',
	'function',
	'participation',
	'activity',
	'employee',
	'requirement',
	'training-plan',
	'plan-item',
];

/** What an import would do, by sort of thing; a thing that several rows change counts once. */
function sumChanges(changes: readonly ImportChange[]): readonly ChangeSum[] {
	const things = new Map<string, { entity: ImportEntity; hadBefore: boolean; hasAfter: boolean }>();
	for (const change of changes) {
		const hadBefore = things.get(nameOfThing(change))?.hadBefore ?? change.before !== null;
		things.set(nameOfThing(change), {
			entity: change.entity,
			hadBefore,
			hasAfter: change.after !== null,
		});
	}
	const count = (entity: ImportEntity, hadBefore: boolean, hasAfter: boolean) =>
		[...things.values()].filter(
			(one) => one.entity === entity && one.hadBefore === hadBefore && one.hasAfter === hasAfter,
		).length;
	return ENTITIES.map((entity) => ({
		entity,
		made: count(entity, false, true),
		changed: count(entity, true, true),
		closed: count(entity, true, false),
	})).filter(({ made, changed, closed }) => made + changed + closed > 0);
}

export type Named = Pick<Structure, 'units' | 'posts' | 'functions' | 'activities'> & {
	readonly lines?: readonly PlanLine[];
};

/** Names of everything, before and after. */
export function namesOf(...structures: readonly Named[]): Names {
	const collect = <T extends { readonly key: string }>(
		pick: (structure: Named) => readonly T[],
		name: (thing: T) => LocalText,
	) =>
		new Map(
			structures.flatMap((one) => pick(one).map((thing) => [thing.key as string, name(thing)] as const)),
		);
	return {
		units: collect(
			(one) => one.units,
			(unit) => unit.name,
		),
		posts: collect(
			(one) => one.posts,
			(post) => post.title,
		),
		functions: collect(
			(one) => one.functions,
			(fn) => fn.text,
		),
		activities: collect(
			(one) => one.activities,
			(activity) => activity.name,
		),
		lines: new Map(structures.flatMap((one) => (one.lines ?? []).map((line) => [line.id, nameOfLine(line)]))),
		registers: { areas: new Map(), acts: new Map() },
	};
}

/** Names of things that a run brought or closed, for those that the structure does not have. */
export function withChanges(names: Names, changes: readonly ImportChange[]): Names {
	const units = new Map(names.units);
	const posts = new Map(names.posts);
	const functions = new Map(names.functions);
	const activities = new Map(names.activities);
	const lines = new Map(names.lines);
	const add = (known: Map<string, LocalText>, key: string, name: LocalText | undefined) => {
		if (name && !known.has(key)) known.set(key, name);
	};
	for (const { entity, key, before, after } of changes) {
		if (entity === 'unit') add(units, key, (after ?? before)?.name);
		if (entity === 'post') add(posts, key, (after ?? before)?.title);
		if (entity === 'function') add(functions, key, (after ?? before)?.text);
		if (entity === 'activity') add(activities, key, (after ?? before)?.name);
		const line = entity === 'plan-item' ? (after ?? before) : null;
		if (line) add(lines, key, nameOfLine(line));
	}
	return { ...names, units, posts, functions, activities, lines };
}

/** The name of a thing by its entity and key; the parts of a compound key are joined by dashes. */
export function nameOfKey(
	{ entity, key }: { readonly entity: ImportEntity; readonly key: string },
	names: Names,
): LocalText {
	const [first = '', second = '', third = ''] = key.split('|');
	const plain = (text: string): LocalText => ({ bg: text, en: null });
	switch (entity) {
		case 'unit':
			return names.units.get(key) ?? plain(key);
		case 'post':
			return names.posts.get(key) ?? plain(key);
		case 'function':
			return names.functions.get(key) ?? plain(key);
		case 'activity':
			return names.activities.get(key) ?? plain(key);
		case 'participation':
			return joined([names.functions.get(first), names.units.get(second), names.posts.get(third)]);
		case 'requirement':
			return joined([names.functions.get(second) ?? names.posts.get(second), plain(third)]);
		case 'plan-item':
			return names.lines.get(key) ?? plain(key);
		case 'employee':
		case 'training-plan':
			return plain(key);
	}
}

/** Course, year and group of a line. */
function nameOfLine({ title, year, groupName, groupNumber }: PlanLine): LocalText {
	const group = groupName === '' ? `№ ${groupNumber ?? 1}` : groupName;
	return { bg: `${title} – ${year}, ${group}`, en: null };
}

function joined(parts: readonly (LocalText | undefined)[]): LocalText {
	const known = parts.filter((part) => part !== undefined);
	return {
		bg: known.map((part) => part.bg).join(' – '),
		en: known.map((part) => part.en ?? part.bg).join(' – '),
	};
}

function nameOfChange(change: ImportChange, names: Names): LocalText {
	if (change.entity === 'employee')
		return { bg: (change.after ?? change.before)?.name ?? change.key, en: null };
	const name = nameOfKey(change, names);
	if (change.entity !== 'post') return name;
	const unit = names.units.get((change.after ?? change.before)?.unitKey ?? '');
	return joined([name, unit]);
}

function nameOfThing({ entity, key }: { readonly entity: ImportEntity; readonly key: string }): string {
	return `${entity}:${key}`;
}

function stateOf({ before, after }: Pick<ImportChange, 'before' | 'after'>): ChangeView['state'] {
	return before === null ? 'new' : after === null ? 'removed' : 'changed';
}

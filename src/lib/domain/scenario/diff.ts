import type { AdminFunction, OrgUnit, Participation, Post, Structure } from '../org/index.ts';
import type { Activity, WorkloadAllowance } from '../org/index.ts';
import type { FunctionKey, UnitKey } from '../shared/index.ts';
import { participationKey } from './apply/hand-over.ts';

export type FieldValue = string | number | boolean | null;

/** One field with its old and new value. */
export interface FieldChange {
	readonly field: string;
	readonly before: FieldValue;
	readonly after: FieldValue;
}

/** A thing that stands on both sides and is not the same. */
export interface Changed<Item> {
	readonly before: Item;
	readonly after: Item;
	readonly fields: readonly FieldChange[];
	/** It hangs elsewhere: another parent of a unit, another unit of a post. */
	readonly isMoved: boolean;
}

/** What is new, closed and changed among things of one sort, each in the order of its structure. */
export interface SetDiff<Item> {
	readonly created: readonly Item[];
	readonly closed: readonly Item[];
	readonly changed: readonly Changed<Item>[];
}

/** A function whose answering units differ. */
export interface FunctionMovement {
	readonly functionKey: FunctionKey;
	readonly from: readonly UnitKey[];
	readonly to: readonly UnitKey[];
}

export interface StructureDiff {
	readonly units: SetDiff<OrgUnit>;
	readonly posts: SetDiff<Post>;
	readonly functions: SetDiff<AdminFunction>;
	readonly participations: SetDiff<Participation>;
	readonly activities: SetDiff<Activity>;
	readonly allowances: SetDiff<WorkloadAllowance>;
	readonly functionMovements: readonly FunctionMovement[];
}

/**
 * Compares two structures by the keys of their things; knows nothing of operations.
 * The order among siblings is not a difference. A structure does not differ from itself.
 */
export function diffStructures(before: Structure, after: Structure): StructureDiff {
	return {
		units: diffSets(before.units, after.units, { key: byKey, ignore: ['sort'], place: 'parentKey' }),
		posts: diffSets(before.posts, after.posts, { key: byKey, ignore: [], place: 'unitKey' }),
		functions: diffSets(before.functions, after.functions, { key: byKey, ignore: ['sort'], place: null }),
		participations: diffSets(before.participations, after.participations, {
			key: participationKey,
			ignore: [],
			place: null,
		}),
		activities: diffSets(before.activities, after.activities, { key: byKey, ignore: [], place: 'unitKey' }),
		allowances: diffSets(before.allowances, after.allowances, { key: allowanceKey, ignore: [], place: null }),
		functionMovements: diffHolders(before, after),
	};
}

/** True when the two sides are the same. */
export function isEmptyDiff(diff: StructureDiff): boolean {
	const sets: readonly SetDiff<unknown>[] = [
		diff.units,
		diff.posts,
		diff.functions,
		diff.participations,
		diff.activities,
		diff.allowances,
	];
	return sets.every((set) => set.created.length + set.closed.length + set.changed.length === 0);
}

/** How many things of the set are touched. */
export function countDiff(set: SetDiff<unknown>): number {
	return set.created.length + set.closed.length + set.changed.length;
}

interface DiffOptions<Item> {
	readonly key: (item: Item) => string;
	readonly ignore: readonly string[];
	/** The field that says where the thing hangs. */
	readonly place: string | null;
}

const byKey = (item: { readonly key: string }) => item.key;

/** What makes uncounted work the same one in two structures: its kind, its unit and its name. */
export function allowanceKey(allowance: WorkloadAllowance): string {
	return `${allowance.kind} ${allowance.unitKey} ${allowance.name.bg}`;
}

function diffSets<Item extends object>(
	before: readonly Item[],
	after: readonly Item[],
	options: DiffOptions<Item>,
): SetDiff<Item> {
	const [old, fresh] = [keyed(before, options.key), keyed(after, options.key)];
	return {
		created: [...fresh].filter(([key]) => !old.has(key)).map(([, item]) => item),
		closed: [...old].filter(([key]) => !fresh.has(key)).map(([, item]) => item),
		changed: [...fresh].flatMap(([key, item]) => {
			const previous = old.get(key);
			if (previous === undefined || isSame(previous, item)) return [];
			const fields = diffFields(previous, item, options.ignore);
			const isMoved = fields.some((change) => change.field === options.place);
			return fields.length > 0 ? [{ before: previous, after: item, fields, isMoved }] : [];
		}),
	};
}

/** Items by key in their order; a second one with the same key stands as „key#2“. */
function keyed<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item> {
	const map = new Map<string, Item>();
	for (const item of items) {
		const key = keyOf(item);
		let free = key;
		for (let again = 2; map.has(free); again++) free = `${key}#${again}`;
		map.set(free, item);
	}
	return map;
}

/** Whether two values read the same, field by field; most things of two structures do, and are not flattened. */
function isSame(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
	const [fields, others] = [Object.keys(one), Object.keys(other)];
	if (fields.length !== others.length) return false;
	return fields.every((field) =>
		isSame((one as Record<string, unknown>)[field], (other as Record<string, unknown>)[field]),
	);
}

/**
 * Fields that differ, nested ones by path („name.bg“), in the order of the record; new ones last. Two states of one
 * thing share most of their values, and what both hold is not looked into.
 */
export function diffFields(before: object, after: object, ignore: readonly string[]): readonly FieldChange[] {
	const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>];
	const names = Object.keys({ ...was, ...is }).filter((name) => was[name] !== is[name]);
	const [old, fresh] = [flatten(names, was), flatten(names, is)];
	const fields = [...new Set([...old.keys(), ...fresh.keys()])];
	return fields.flatMap((field) => {
		const values = { before: old.get(field) ?? null, after: fresh.get(field) ?? null };
		const isIgnored = ignore.includes(field) || field.startsWith('origin.');
		return isIgnored || values.before === values.after ? [] : [{ field, ...values }];
	});
}

function flatten(
	names: readonly string[],
	record: Readonly<Record<string, unknown>>,
	path = '',
): ReadonlyMap<string, FieldValue> {
	const fields = new Map<string, FieldValue>();
	for (const name of names) {
		if (!(name in record)) continue;
		const value = record[name];
		const field = path === '' ? name : `${path}.${name}`;
		if (Array.isArray(value)) fields.set(field, JSON.stringify(value));
		else if (typeof value === 'object' && value !== null)
			for (const [inner, nested] of flatten(Object.keys(value), value as Record<string, unknown>, field))
				fields.set(inner, nested);
		else fields.set(field, value as FieldValue);
	}
	return fields;
}

function diffHolders(before: Structure, after: Structure): readonly FunctionMovement[] {
	const [old, fresh] = [holders(before), holders(after)];
	const known = new Set(before.functions.map((fn) => fn.key));
	return after.functions.flatMap(({ key }): readonly FunctionMovement[] => {
		if (!known.has(key)) return [];
		const [from, to] = [old.get(key) ?? [], fresh.get(key) ?? []];
		return from.join(' ') === to.join(' ') ? [] : [{ functionKey: key, from, to }];
	});
}

/** Answering units of each function, by key, each once. */
export function holders(structure: Structure): ReadonlyMap<FunctionKey, readonly UnitKey[]> {
	const units = new Map<FunctionKey, Set<UnitKey>>();
	for (const part of structure.participations) {
		if (part.role !== 'accountable') continue;
		const known = units.get(part.functionKey);
		if (known) known.add(part.unitKey);
		else units.set(part.functionKey, new Set([part.unitKey]));
	}
	return new Map([...units].map(([key, set]) => [key, [...set].sort()]));
}

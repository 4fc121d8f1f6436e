import type { Structure } from '../org/index.ts';
import { participationKey } from './apply/hand-over.ts';
import { allowanceKey, diffFields, type FieldChange } from './diff.ts';

export const THING_SETS = [
	'units',
	'posts',
	'functions',
	'participations',
	'activities',
	'allowances',
] as const satisfies readonly (keyof Structure)[];
/** Which list of a structure a thing stands in. */
export type ThingSet = (typeof THING_SETS)[number];

/** One thing that is new, gone or changed between two structures. */
export interface Touch {
	readonly set: ThingSet;
	readonly key: string;
	/** Null where the thing does not stand. */
	readonly before: object | null;
	readonly after: object | null;
	/** The fields that differ; empty for what is new or gone. */
	readonly fields: readonly FieldChange[];
}

/** What identifies a thing in its list. */
export function thingId({ set, key }: Pick<Touch, 'set' | 'key'>): string {
	return `${set} ${key}`;
}

/**
 * The things that differ between two structures, in the order of {@link THING_SETS} and of the structure before; what
 * is new stands last in its set. Order among siblings and origin are no difference. Two structures that share most of
 * their things, as those of one step of a scenario do, are compared in the time it takes to see that they share them.
 */
export function touchesBetween(before: Structure, after: Structure): readonly Touch[] {
	return THING_SETS.flatMap((set) => touchesOfSet(set, before[set], after[set]));
}

/** Fields of two records that differ, without order and origin. */
export function contentChanges(before: object, after: object): readonly FieldChange[] {
	return diffFields(before, after, ['sort']);
}

function touchesOfSet(set: ThingSet, before: readonly object[], after: readonly object[]): readonly Touch[] {
	if (before === after) return [];
	const [start, tail] = sharedEnds(before, after);
	const old = keyed(set, before, start, before.length - tail);
	const fresh = keyed(set, after, start, after.length - tail);
	const touches: Touch[] = [];
	for (const [key, item] of old) {
		const now = fresh.get(key);
		if (now === item) continue;
		if (now === undefined) touches.push({ set, key, before: item, after: null, fields: [] });
		else {
			const fields = contentChanges(item, now);
			if (fields.length > 0) touches.push({ set, key, before: item, after: now, fields });
		}
	}
	for (const [key, item] of fresh)
		if (!old.has(key)) touches.push({ set, key, before: null, after: item, fields: [] });
	return touches;
}

/** How many things both lists share at their beginning and at their end. */
function sharedEnds(before: readonly object[], after: readonly object[]): readonly [number, number] {
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start] === after[start]) start++;
	let tail = 0;
	while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	return [start, tail];
}

/** Things by key in their order; a second one with the same key stands as „key#2“. */
function keyed(
	set: ThingSet,
	items: readonly object[],
	from: number,
	to: number,
): ReadonlyMap<string, object> {
	const map = new Map<string, object>();
	for (let at = from; at < to; at++) {
		const item = items[at];
		if (item === undefined) continue;
		const key = keyOf(set, item);
		let free = key;
		for (let again = 2; map.has(free); again++) free = `${key}#${again}`;
		map.set(free, item);
	}
	return map;
}

function keyOf(set: ThingSet, item: object): string {
	if (set === 'participations') return participationKey(item as Structure['participations'][number]);
	if (set === 'allowances') return allowanceKey(item as Structure['allowances'][number]);
	return (item as { readonly key: string }).key;
}

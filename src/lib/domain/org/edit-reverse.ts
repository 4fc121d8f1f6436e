import { err, ok, type Result } from '../shared/index.ts';
import type { EditedEntity, StructureChange } from './edit-change.ts';
import { planParticipationEdit } from './edit-participation.ts';
import { breaksReference, usesInside } from './edit-reverse-rests.ts';
import { sameState } from './edit-state.ts';
import type { AdminFunction, Participation, Structure, WorkloadAllowance } from './types.ts';

export interface ReversalRefusal {
	/**
	 * `changed-since`: the thing is not as the edit left it; `still-used`: something newer rests on what the edit made;
	 * `place-gone`: what the earlier state belongs to is not there any more, or its place is taken.
	 */
	readonly code: 'org/changed-since' | 'org/still-used' | 'org/place-gone';
	readonly entity: EditedEntity;
	readonly key: string;
}

/**
 * The changes that take an edit back, newest first, so that they can be written in this order; the same function gives
 * the changes that put it back again, since taking back is an edit too. Refuses with `org/changed-since` when a thing is
 * not as the edit left it, `org/still-used` when something rests on what would go (`isUsedOutside`: people, findings and
 * decisions), `org/place-gone` when the earlier state cannot stand any more. Nothing is half taken back.
 * Example: headcount 2 → 3 in the trail and 3 in the structure gives 3 → 2; with 4 in the structure it is refused.
 */
export function planReversal(
	structure: Structure,
	changes: readonly StructureChange[],
	isUsedOutside: (change: StructureChange) => boolean,
): Result<readonly StructureChange[], ReversalRefusal> {
	const reversed = changes.flatMap(withParticipations).toReversed().map(turn).sort(inWritingOrder);
	let now = structure;
	for (const change of reversed) {
		const code = refusalOf(now, change, isUsedOutside);
		if (code !== null) return err({ code, entity: change.entity, key: change.key });
		now = applyChange(now, change);
	}
	return ok(reversed);
}

/** The structure after a change was written. */
export function applyChange(structure: Structure, change: StructureChange): Structure {
	const { before, after } = change;
	const swap = <T extends object>(list: readonly T[], isIt: (one: T) => boolean): readonly T[] => {
		const item = after as T | null;
		if (before === null && item !== null) return [...list, item];
		return list.flatMap((one) => (isIt(one) ? (item === null ? [] : [item]) : [one]));
	};
	const byKey = (one: { readonly key: string }) => one.key === change.key;
	switch (change.entity) {
		case 'unit':
			return { ...structure, units: swap(structure.units, byKey) };
		case 'post':
			return { ...structure, posts: swap(structure.posts, byKey) };
		case 'function':
			return { ...structure, functions: swap(structure.functions, byKey) };
		case 'activity':
			return { ...structure, activities: swap(structure.activities, byKey) };
		case 'workload-allowance': {
			const at = placeOfAllowance(structure, change.before);
			return {
				...structure,
				allowances: swap(structure.allowances, (one) => one === structure.allowances[at]),
			};
		}
		case 'participation': {
			const place = change.before ?? change.after;
			return { ...structure, participations: swap(structure.participations, (one) => isAt(one, place)) };
		}
	}
}

type Kept = AdminFunction & { readonly participations?: readonly Participation[] };

/** The trail keeps who took part inside a function that came or went; here they become changes of their own. */
function withParticipations(change: StructureChange): readonly StructureChange[] {
	if (change.entity !== 'function') return [change];
	const [before, after] = [bare(change.before), bare(change.after)];
	const own: StructureChange = { ...change, before: before.fn, after: after.fn };
	const gone = after.fn === null ? before.parts : [];
	const come = before.fn === null ? after.parts : [];
	return [
		...gone.map((part) => participation(part, null)),
		own,
		...come.map((part) => participation(null, part)),
	];
}

function bare(kept: Kept | null): {
	readonly fn: AdminFunction | null;
	readonly parts: readonly Participation[];
} {
	if (kept === null) return { fn: null, parts: [] };
	const { participations = [], ...fn } = kept;
	return { fn, parts: participations };
}

function participation(before: Participation | null, after: Participation | null): StructureChange {
	return { entity: 'participation', key: (before ?? after)?.functionKey ?? '', before, after };
}

/**
 * Whatever the order in the trail: what goes leaves from the leaves up, what comes back does so from the root down, and
 * „О“ comes back only after it was taken from whoever has it now.
 */
function inWritingOrder(left: StructureChange, right: StructureChange): number {
	return rankOf(left) - rankOf(right);
}

const RANKS = {
	unit: 1,
	post: 2,
	function: 3,
	activity: 4,
	participation: 4,
	'workload-allowance': 4,
} as const;

function rankOf(change: StructureChange): number {
	if (change.after === null) return -RANKS[change.entity];
	const isAccountable = change.entity === 'participation' && change.after.role === 'accountable';
	return isAccountable ? 5 : RANKS[change.entity];
}

function turn(change: StructureChange): StructureChange {
	// Both states are of the same entity.
	return { ...change, before: change.after, after: change.before } as StructureChange;
}

function refusalOf(
	now: Structure,
	change: StructureChange,
	isUsedOutside: (change: StructureChange) => boolean,
): ReversalRefusal['code'] | null {
	if (!sameState(stateOf(now, change), change.before)) return 'org/changed-since';
	if (change.after === null)
		return usesInside(now, change) || isUsedOutside(change) ? 'org/still-used' : null;
	if (change.entity !== 'participation') return breaksReference(now, change) ? 'org/place-gone' : null;
	const { functionKey, unitKey, postKey, role, share } = change.after;
	const place = { functionKey, unitKey, postKey };
	return planParticipationEdit(now, { kind: 'set', place, role, share }).ok ? null : 'org/place-gone';
}

/** The thing as it stands in the structure; null when it is not there. */
function stateOf(structure: Structure, change: StructureChange): unknown {
	const byKey = (one: { readonly key: string }) => one.key === change.key;
	switch (change.entity) {
		case 'unit':
			return structure.units.find(byKey) ?? null;
		case 'post':
			return structure.posts.find(byKey) ?? null;
		case 'function':
			return structure.functions.find(byKey) ?? null;
		case 'activity':
			return structure.activities.find(byKey) ?? null;
		case 'workload-allowance':
			return structure.allowances[placeOfAllowance(structure, change.before)] ?? null;
		case 'participation': {
			const place = change.before ?? change.after;
			return structure.participations.find((one) => isAt(one, place)) ?? null;
		}
	}
}

/** An allowance has no key in the structure: it is known by all that it says. */
function placeOfAllowance({ allowances }: Structure, state: WorkloadAllowance | null): number {
	return state === null ? -1 : allowances.findIndex((one) => sameState(one, state));
}

function isAt(one: object, place: Participation | null): boolean {
	const part = one as Participation;
	return (
		place !== null &&
		part.functionKey === place.functionKey &&
		part.unitKey === place.unitKey &&
		part.postKey === place.postKey
	);
}

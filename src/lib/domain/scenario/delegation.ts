import type { Structure } from '../org/index.ts';
import { err, ok, type Result, type UnitKey } from '../shared/index.ts';
import type { OperationBody } from './operation.ts';
import { touchesBetween, type ThingSet, type Touch } from './rebase-touches.ts';

/** What an operation of a delegate may not do. */
export type DelegationRefusal = {
	readonly code: 'delegation/outside';
	readonly set: ThingSet;
	readonly key: string;
};

/** A unit with everything below it. */
export function subtreeOf(structure: Pick<Structure, 'units'>, root: UnitKey): ReadonlySet<UnitKey> {
	const children = Map.groupBy(structure.units, (unit) => unit.parentKey);
	const found = new Set<UnitKey>();
	const open: UnitKey[] = structure.units.some(({ key }) => key === root) ? [root] : [];
	for (let key = open.pop(); key !== undefined; key = open.pop()) {
		if (found.has(key)) continue;
		found.add(key);
		open.push(...(children.get(key) ?? []).map((unit) => unit.key));
	}
	return found;
}

/** The part of a structure that a delegate sees: the unit with what is below it, and no money. */
export function delegatedPart(structure: Structure, root: UnitKey): Structure {
	const inside = subtreeOf(structure, root);
	const held = structure.participations.filter((part) => inside.has(part.unitKey));
	const functions = new Set(held.map((part) => part.functionKey));
	return {
		...structure,
		units: structure.units
			.filter(({ key }) => inside.has(key))
			.map((unit) => (unit.key === root ? { ...unit, parentKey: null } : unit)),
		posts: structure.posts
			.filter(({ unitKey }) => inside.has(unitKey))
			.map((post) => ({ ...post, annualCost: null })),
		functions: structure.functions.filter(({ key }) => functions.has(key)),
		participations: held,
		activities: structure.activities.filter(({ unitKey }) => inside.has(unitKey)),
		allowances: structure.allowances.filter(({ unitKey }) => inside.has(unitKey)),
	};
}

/**
 * The same operation without anything about money: a delegate neither sees nor sets what a post costs. A new post costs
 * what nobody knows yet, a changed one and the parts of a divided line cost what they did.
 */
export function withoutMoney(body: OperationBody): OperationBody {
	if (body.kind === 'post-create') return { ...body, payload: { ...body.payload, annualCost: null } };
	if (body.kind === 'post-split') {
		const parts = body.payload.parts.map(({ annualCost: _, ...part }) => part);
		return { ...body, payload: { ...body.payload, parts } };
	}
	if (body.kind !== 'post-change') return body;
	const { annualCost: _, ...changes } = body.payload.changes;
	return { ...body, payload: { ...body.payload, changes } };
}

/**
 * Whether a step stays inside the subtree of a unit. Judged by what it changes, not by what it names: every unit, post,
 * participation, activity and allowance that is touched stands inside before and after; the unit itself keeps its place;
 * a function that is reworded, merged or dropped has no participant outside. Error `delegation/outside` names the first
 * thing that does not. Example: a post moved from the delegated department to another directorate → outside.
 */
export function checkReach(
	before: Structure,
	after: Structure,
	root: UnitKey,
): Result<null, DelegationRefusal> {
	const inside = new Set([...subtreeOf(before, root), ...subtreeOf(after, root)]);
	const isInside = (touch: Touch) => {
		if (touch.set === 'functions')
			return [before, after].every((side) =>
				side.participations.every((part) => part.functionKey !== touch.key || inside.has(part.unitKey)),
			);
		return placesOf(touch, root).every((place) => place !== null && inside.has(place));
	};
	const outside = touchesBetween(before, after).find((touch) => !isInside(touch));
	return outside ? err({ code: 'delegation/outside', set: outside.set, key: outside.key }) : ok(null);
}

/** The units in which a touched thing stood and stands; a root that is moved or gone stands nowhere. */
function placesOf({ set, before, after, fields }: Touch, root: UnitKey): readonly (UnitKey | null)[] {
	const sides = [before, after].filter((side) => side !== null);
	if (set !== 'units') return sides.map((side) => (side as { readonly unitKey: UnitKey }).unitKey);
	const units = sides as readonly { readonly key: UnitKey; readonly parentKey: UnitKey | null }[];
	if (units.some(({ key }) => key === root))
		return after === null || fields.some(({ field }) => field === 'parentKey') ? [null] : [root];
	return units.flatMap(({ key, parentKey }) => [key, parentKey]);
}

import type { Structure } from '../org/index.ts';
import type { Employee, Requirement } from '../training/index.ts';
import { changedFields, type ImportChange, type ImportEntity } from './changes.ts';
import { placeOf, requirementPlace } from './desk.ts';
import type { PlanLine, PlanOfYear } from './plan-line.ts';

export interface UndoState {
	readonly structure: Structure | null;
	readonly employees: readonly Employee[];
	readonly requirements: readonly Requirement[];
	readonly plans: readonly PlanOfYear[];
	readonly lines: readonly PlanLine[];
	/** „entity:key“ of what findings, verdicts, scenarios, assessments and training point at. */
	readonly usedOutside: ReadonlySet<string>;
}

/** Why an import cannot be taken back as a whole: things changed since, or new ones rest on what it made. */
export interface UndoBlock {
	readonly entity: ImportEntity;
	readonly key: string;
	readonly reason: 'changed-since' | 'in-use';
}

/**
 * Checks whether an import can be taken back: every thing must still be as the import left it, and nothing from outside
 * may rest on what it made. An empty list means that the reversed changes may be written.
 */
export function checkUndo(changes: readonly ImportChange[], state: UndoState): readonly UndoBlock[] {
	const current = indexOf(state);
	const final = new Map(changes.map((change) => [`${change.entity}:${change.key}`, change]));
	const moved = [...final.values()]
		.filter(
			({ entity, key, after }) => changedFields(current.get(`${entity}:${key}`) ?? null, after).length > 0,
		)
		.map(({ entity, key }) => ({ entity, key, reason: 'changed-since' as const }));
	return moved.length > 0 ? moved : restingOn(changes, state);
}

/** The changes that take others back, in the order in which they can be written. */
export function reverseChanges(changes: readonly ImportChange[]): readonly ImportChange[] {
	return changes.toReversed().map(
		(change) =>
			// Both states are of the same entity.
			({ ...change, before: change.after, after: change.before, from: null, sources: [] }) as ImportChange,
	);
}

function indexOf({
	structure,
	employees,
	requirements,
	plans,
	lines,
}: UndoState): ReadonlyMap<string, object> {
	return new Map<string, object>([
		...(structure?.units ?? []).map((one) => [`unit:${one.key}`, one] as const),
		...(structure?.posts ?? []).map((one) => [`post:${one.key}`, one] as const),
		...(structure?.functions ?? []).map((one) => [`function:${one.key}`, one] as const),
		...(structure?.participations ?? []).map((one) => [`participation:${placeOf(one)}`, one] as const),
		...(structure?.activities ?? []).map((one) => [`activity:${one.key}`, one] as const),
		...employees.map((one) => [`employee:${one.id}`, one] as const),
		...requirements.map((one) => [`requirement:${requirementPlace(one)}`, one] as const),
		...plans.map((one) => [`training-plan:${one.year}`, one] as const),
		...lines.map((one) => [`plan-item:${one.id}`, one] as const),
	]);
}

function restingOn(changes: readonly ImportChange[], state: UndoState): readonly UndoBlock[] {
	const first = new Map<string, ImportChange>();
	for (const change of changes) {
		const name = `${change.entity}:${change.key}`;
		if (!first.has(name)) first.set(name, change);
	}
	const goes = (entity: ImportEntity, key: string | null) =>
		key !== null && first.has(`${entity}:${key}`) && first.get(`${entity}:${key}`)?.before === null;
	const { structure } = state;
	const uses: readonly (readonly [ImportEntity, string, boolean])[] = [
		...(structure?.units ?? []).map((one) => ['unit', one.parentKey ?? '', goes('unit', one.key)] as const),
		...(structure?.posts ?? []).map((one) => ['unit', one.unitKey, goes('post', one.key)] as const),
		...(structure?.participations ?? []).flatMap((one) => {
			const isGoing = goes('participation', placeOf(one));
			return [
				['unit', one.unitKey, isGoing] as const,
				['post', one.postKey ?? '', isGoing] as const,
				['function', one.functionKey, isGoing] as const,
			];
		}),
		...(structure?.activities ?? []).flatMap((one) => {
			const isGoing = goes('activity', one.key);
			return [
				['unit', one.unitKey, isGoing] as const,
				['post', one.postKey ?? '', isGoing] as const,
				['function', one.functionKey, isGoing] as const,
			];
		}),
		...(structure?.allowances ?? []).map((one) => ['unit', one.unitKey, false] as const),
		...state.lines.map((one) => ['training-plan', String(one.year), goes('plan-item', one.id)] as const),
		...state.employees.map((one) => ['post', one.postKey, goes('employee', one.id)] as const),
	];
	const held = uses.filter(([entity, key, isGoing]) => !isGoing && goes(entity, key));
	const outside = [...first.values()]
		.filter(({ entity, key }) => goes(entity, key) && state.usedOutside.has(`${entity}:${key}`))
		.map(({ entity, key }) => [entity, key] as const);
	const names = new Map([...held, ...outside].map(([entity, key]) => [`${entity}:${key}`, { entity, key }]));
	return [...names.values()].map((one) => ({ ...one, reason: 'in-use' }));
}

import { ancestorKeys, type OperationId } from '../shared/index.ts';
import type { Structure } from '../org/index.ts';
import type { Draft } from './apply/draft.ts';
import { openDraft, stepDraft, type ScenarioLimits, type ScenarioRun, type ScenarioStep } from './run.ts';

/** For each operation those right above and right below it in the web of dependencies, by their order in the list. */
export interface OperationLinks {
	/** Operations without which it would be refused („зависи от“), without those that these rest on themselves. */
	readonly restsOn: readonly OperationId[];
	/** Operations that rest on it; while there are any it cannot be taken out. */
	readonly carries: readonly OperationId[];
}

/**
 * What rests on what in a scenario that applies. An operation rests on an earlier one when leaving that one out makes
 * it refuse; links that follow from others are left out. Only operations that hang together by what they name or touch
 * are tried.
 * Example: № 1 creates a unit, № 2 moves a post there, № 3 closes the unit that the post left: 2 rests on 1, 3 on 2.
 */
export function operationLinks(
	{ before, steps }: Pick<ScenarioRun, 'before' | 'steps'>,
	limits: ScenarioLimits,
): ReadonlyMap<OperationId, OperationLinks> {
	const groups = groupsOf(steps.map(scopeOf));
	const drafts = draftsOf(before, steps, limits);
	const carried = steps.map((_, at) => fallenWithout(at, { steps, groups, drafts }));
	const direct = carried.map((fallen) =>
		[...fallen].filter((one) => ![...fallen].some((other) => other !== one && carried[other]?.has(one))),
	);
	const idsAt = (places: readonly number[]) =>
		places.toSorted((one, other) => one - other).flatMap((at) => steps[at]?.operation.id ?? []);
	return new Map(
		steps.map(({ operation }, at) => [
			operation.id,
			{
				restsOn: idsAt(direct.flatMap((fallen, on) => (fallen.includes(at) ? [on] : []))),
				carries: idsAt(direct[at] ?? []),
			},
		]),
	);
}

interface Web {
	readonly steps: readonly ScenarioStep[];
	/** Which operations hang together: the same number, directly or by way of others. */
	readonly groups: readonly number[];
	readonly drafts: readonly Draft[];
}

/** Places of the operations that fall when the one at a place is left out, also those that fall because others did. */
function fallenWithout(at: number, { steps, groups, drafts }: Web): ReadonlySet<number> {
	const fallen = new Set<number>();
	let draft = drafts[at];
	for (const [next, { operation }] of steps.entries()) {
		if (draft === undefined || next <= at || groups[next] !== groups[at]) continue;
		const stepped = stepDraft(draft, operation);
		if (stepped.ok) draft = stepped.value;
		else fallen.add(next);
	}
	return fallen;
}

/** The groups of operations that name or touch something in common, by the place of their first one. */
function groupsOf(scopes: readonly ReadonlySet<string>[]): readonly number[] {
	const parents = scopes.map((_, at) => at);
	const rootOf = (at: number): number => {
		const parent = parents[at] ?? at;
		return parent === at ? at : rootOf(parent);
	};
	const first = new Map<string, number>();
	for (const [at, scope] of scopes.entries())
		for (const key of scope) {
			const known = first.get(key);
			if (known === undefined) first.set(key, at);
			else parents[Math.max(rootOf(known), rootOf(at))] = Math.min(rootOf(known), rootOf(at));
		}
	return parents.map((_, at) => rootOf(at));
}

/** The draft before each step. */
function draftsOf(
	before: Structure,
	steps: readonly ScenarioStep[],
	limits: ScenarioLimits,
): readonly Draft[] {
	let draft = openDraft(before, limits);
	return steps.map(({ operation }) => {
		const here = draft;
		const stepped = stepDraft(here, operation);
		if (stepped.ok) draft = stepped.value;
		return here;
	});
}

/** Every key that an operation names or touches, with what stands above the units: what it can depend on. */
function scopeOf({ operation, before, after }: ScenarioStep): ReadonlySet<string> {
	const scope = new Set<string>(textsIn(operation.payload));
	const add = (...keys: readonly (string | null)[]) => keys.forEach((key) => scope.add(key ?? 'top'));
	for (const unit of touched(before.units, after.units)) add(unit.key, unit.parentKey);
	for (const post of touched(before.posts, after.posts)) add(post.key, post.unitKey);
	for (const fn of touched(before.functions, after.functions)) add(fn.key);
	for (const part of touched(before.participations, after.participations))
		add(part.functionKey, part.unitKey, part.postKey ?? part.unitKey);
	for (const work of touched(before.activities, after.activities))
		add(work.key, work.functionKey, work.unitKey);
	for (const duty of touched(before.allowances, after.allowances)) add(duty.unitKey);
	if (operation.kind.startsWith('unit-')) addAbove(scope, before);
	return scope;
}

function addAbove(scope: Set<string>, { units }: Structure): void {
	const known = new Map(units.map((unit) => [unit.key, unit]));
	for (const unit of units)
		if (scope.has(unit.key)) for (const key of ancestorKeys(known, unit.key)) scope.add(key);
}

/** Items that stand on one side only; what an operation leaves alone is the same object on both. */
function touched<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
	if (before === after) return [];
	const [old, fresh] = [new Set(before), new Set(after)];
	return [...before.filter((item) => !fresh.has(item)), ...after.filter((item) => !old.has(item))];
}

function textsIn(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

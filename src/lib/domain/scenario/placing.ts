import type { LocalText, OrgUnit, Structure } from '../org/index.ts';
import type { FunctionKey, PostKey, UnitKey } from '../shared/index.ts';
import { holders } from './diff.ts';
import { buildLedger } from './ledger.ts';
import type { OperationBody } from './operation.ts';
import type { ChangeRefusal } from './refusal.ts';
import { refusalAfter, type ScenarioLimits, type ScenarioRun } from './run.ts';

/** What can be put somewhere else in a drawing of a structure. */
export type Placeable =
	| { readonly kind: 'unit'; readonly key: UnitKey }
	| { readonly kind: 'post'; readonly key: PostKey }
	| { readonly kind: 'function'; readonly key: FunctionKey };

/** A place that something can, or cannot, be put in; null is the top of the hierarchy. */
export interface PlacingTarget {
	readonly unitKey: UnitKey | null;
	/** Why not; null when it can. */
	readonly refusal: ChangeRefusal | null;
}

/** A function that nobody answers for, or whose unit has no posts to do it. */
export interface UnplacedFunction {
	readonly key: FunctionKey;
	readonly text: LocalText;
	/** The unit that answers without posts; null when none answers. */
	readonly heldBy: UnitKey | null;
}

/**
 * Every unit of the structure after the scenario as a place for a unit, a post or a function, in the order of the
 * structure, for a unit first the top. Each is tried with the operation that the move would become
 * ({@link placingBody}), so the reasons are those of the operation itself.
 * Example: a directorate can go under the mayor, but under its own department it is `scenario/cycle`.
 */
export function placingTargets(
	run: Pick<ScenarioRun, 'after' | 'trace'>,
	what: Placeable,
	limits: ScenarioLimits,
): readonly PlacingTarget[] {
	const places: readonly (UnitKey | null)[] = [
		...(what.kind === 'unit' ? [null] : []),
		...run.after.units.map((unit) => unit.key),
	];
	return places.map((unitKey) => ({
		unitKey,
		refusal: refusalAfter(run, placingBody(run.after, what, unitKey), limits),
	}));
}

/**
 * The operation that a move in the drawing stands for: the unit with everything below it, the whole line of the
 * staffing table with its work and not as head, the function from the first unit that answers for it with its work.
 */
export function placingBody(structure: Structure, what: Placeable, to: UnitKey | null): OperationBody {
	if (what.kind === 'unit') return { kind: 'unit-move', payload: { unitKey: what.key, parentKey: to } };
	const unitKey = to ?? ('' as UnitKey);
	if (what.kind === 'post')
		return {
			kind: 'post-move',
			payload: { postKey: what.key, unitKey, isHead: false, withWork: true, part: null },
		};
	const [fromUnitKey = null] = holders(structure).get(what.key) ?? [];
	return {
		kind: 'function-transfer',
		payload: {
			...{ functionKey: what.key, fromUnitKey, toUnitKey: unitKey },
			...{ formerRole: null, withActivities: true },
		},
	};
}

export const BELOW_CHOICES = ['along', 'lifted', 'unplaced'] as const;
/**
 * What becomes of the units right below one that moves: they go along with it, stay under its former superior, or wait
 * at the top of the hierarchy for a place.
 */
export type BelowChoice = (typeof BELOW_CHOICES)[number];

/**
 * The operations that a move of a unit becomes, in the order in which they apply: those below it first, in the order of
 * the act, then the unit itself. Each can be refused like any other operation.
 * Example: a directorate with two departments, `lifted` → both departments to its superior, then the directorate.
 */
export function unitMoveSteps(
	structure: Structure,
	move: { readonly unitKey: UnitKey; readonly parentKey: UnitKey | null; readonly below: BelowChoice },
): readonly OperationBody[] {
	const { unitKey, parentKey, below } = move;
	const itself: OperationBody = { kind: 'unit-move', payload: { unitKey, parentKey } };
	if (below === 'along') return [itself];
	const former = structure.units.find((unit) => unit.key === unitKey)?.parentKey ?? null;
	const to = below === 'lifted' ? former : null;
	const apart = structure.units
		.filter((unit) => unit.parentKey === unitKey)
		.toSorted((a, b) => a.sort - b.sort || (a.key < b.key ? -1 : 1))
		.map((unit): OperationBody => ({ kind: 'unit-move', payload: { unitKey: unit.key, parentKey: to } }));
	return [...apart, itself];
}

/** The units that the scenario has taken from under another and put at the top: they wait for a place. */
export function unplacedUnits({ before, after }: Pick<ScenarioRun, 'before' | 'after'>): readonly OrgUnit[] {
	const stood = new Set(before.units.filter((unit) => unit.parentKey !== null).map((unit) => unit.key));
	return after.units.filter((unit) => unit.parentKey === null && stood.has(unit.key));
}

/** The functions that have no place after the scenario, as the ledger counts them, in its order. */
export function unplacedFunctions(run: ScenarioRun): readonly UnplacedFunction[] {
	const texts = new Map(run.after.functions.map((fn) => [fn.key, fn.text]));
	return buildLedger(run).blocks.flatMap((block): readonly UnplacedFunction[] => {
		if (block.code !== 'ledger/unplaced' && block.code !== 'ledger/holder-without-posts') return [];
		const text = texts.get(block.functionKey);
		const heldBy = block.code === 'ledger/unplaced' ? null : block.unitKey;
		return text ? [{ key: block.functionKey, text, heldBy }] : [];
	});
}

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

/** The units that the scenario has taken from under another without giving them a place, in the order of the structure. */
export function unplacedUnits({ after, trace }: Pick<ScenarioRun, 'after' | 'trace'>): readonly OrgUnit[] {
	return after.units.filter((unit) => trace.waiting.has(unit.key));
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

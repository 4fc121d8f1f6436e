import type { LocalText, OrgUnit } from '#lib/domain/org/index.ts';
import {
	placingTargets,
	rulesWorsenedBy,
	type ChangeRefusal,
	type NameBook,
	type Placeable,
	type RuleVerdict,
} from '#lib/domain/scenario/index.ts';
import { depthFirst, err, ok, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { refusalFrame } from './scenario-view.ts';
import { openScenario, type ScenarioAddress, type ScenarioRefusal } from './scenario.ts';

/** A place in the structure after the scenario, with why something cannot be put there. */
export interface Place {
	/** Null for the top of the hierarchy. */
	readonly key: UnitKey | null;
	readonly name: LocalText | null;
	readonly depth: number;
	readonly refusal: ChangeRefusal | null;
	/** Rules of law that the move would make worse; it stays allowed. */
	readonly worse: readonly RuleVerdict[];
}

/** The places for one thing, with the names and numbers that the reasons mention. */
export interface Placing {
	readonly places: readonly Place[];
	readonly frame: { readonly names: NameBook; readonly places: Readonly<Record<string, number>> };
}

/** Where a unit, a post or a function of a draft may be put, in the order of the act. Errors: those of access. */
export async function listPlaces(
	ctx: Ctx,
	address: ScenarioAddress,
	what: Placeable,
): Promise<Result<Placing, Refused | ScenarioRefusal>> {
	const found = await openScenario(ctx, address, 'scenario.edit');
	if (!found.ok) return found;
	const { run, limits, frame } = found.value;
	const { units, posts, functions } = run.after;
	const known = { unit: units, post: posts, function: functions }[what.kind];
	if (!known.some(({ key }) => key === what.key)) return err(DENIED);
	const targets = placingTargets(run, what, limits);
	const refusals = new Map(targets.map(({ unitKey, refusal }) => [unitKey, refusal]));
	const open = targets.filter(({ refusal }) => refusal === null).map(({ unitKey }) => unitKey);
	const worsened = rulesWorsenedBy(run, what, open, { limits, frame });
	const standOf = (key: UnitKey | null) => ({
		refusal: refusals.get(key) ?? null,
		worse: worsened.get(key) ?? [],
	});
	const top: readonly Place[] = refusals.has(null)
		? [{ key: null, name: null, depth: 0, ...standOf(null) }]
		: [];
	const below = depthFirst<UnitKey, OrgUnit>(units).map(({ item, depth }): Place => ({
		...{ key: item.key, name: item.name, depth },
		...standOf(item.key),
	}));
	const mentioned = targets.flatMap(({ refusal }) => refusal ?? []);
	return ok({ places: [...top, ...below], frame: refusalFrame(found.value, mentioned) });
}

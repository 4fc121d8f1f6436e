import type { UnitKey } from '../shared/index.ts';
import { placingBody, type Placeable } from './placing.ts';
import { ruleTurn } from './rule-turn.ts';
import { checkRules, type RuleContext, type RuleId, type RuleVerdict } from './rules/index.ts';
import { structureAfter, type ScenarioLimits, type ScenarioRun } from './run.ts';

/** The rules about where units and posts stand; all others are told by the report of the scenario. */
const PLACE_RULES: ReadonlySet<RuleId> = new Set(['R04', 'R05', 'R13', 'R18', 'R19', 'R45']);

/**
 * For each place where a move can go, the rules of law about places that it would make worse. A place that breaks none is
 * not in the answer: the move stays allowed, since the council may know why. Example: the internal audit unit from under
 * the mayor into a directorate → R13.
 */
export function rulesWorsenedBy(
	run: Pick<ScenarioRun, 'after' | 'trace'>,
	what: Placeable,
	places: readonly (UnitKey | null)[],
	{ limits, frame }: { readonly limits: ScenarioLimits; readonly frame: Omit<RuleContext, 'structure'> },
): ReadonlyMap<UnitKey | null, readonly RuleVerdict[]> {
	const before = checkRules({ ...frame, structure: run.after }, PLACE_RULES);
	return new Map(
		places.flatMap((place): readonly (readonly [UnitKey | null, readonly RuleVerdict[]])[] => {
			const structure = structureAfter(run, placingBody(run.after, what, place), limits);
			if (!structure) return [];
			const after = checkRules({ ...frame, structure }, PLACE_RULES);
			const worse = after.filter((now, at) => {
				const was = before[at];
				return was !== undefined && ruleTurn({ before: was, after: now }) === 'worse';
			});
			return worse.length === 0 ? [] : [[place, worse]];
		}),
	);
}

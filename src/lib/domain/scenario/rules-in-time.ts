import type { Structure } from '../org/index.ts';
import type { IsoDate } from '../shared/index.ts';
import { phaseDays, phaseRuns } from './phases.ts';
import { ruleTurn } from './rule-turn.ts';
import { checkRules, type RuleComparison, type RuleContext, type RuleVerdict } from './rules/index.ts';
import type { ScenarioLimits, ScenarioRun } from './run.ts';

/** What the rules read besides the structures; `asOf` is the day of the decision. */
export type RuleFrame = Pick<RuleContext, 'parameters' | 'asOf' | 'powers'>;

/** The structures that the rules compare, and the operations whose days say when the second one holds. */
type Judged = Pick<ScenarioRun, 'before' | 'after' | 'steps'>;

/**
 * The rules on the structure at the end, by the law of the day from which it holds as a whole.
 * Example: decided from 1 January, the last operation from 1 July: the law of 1 July.
 */
export function endVerdicts(run: Judged, frame: RuleFrame): readonly RuleVerdict[] {
	return checkRules({ ...frame, asOf: endDay(run, frame.asOf), structure: run.after, base: run.before });
}

/** The rules on both structures by the law of that same day, so that a difference comes from the operations alone. */
export function compareRules(run: Judged, frame: RuleFrame): readonly RuleComparison[] {
	const on = (structure: Structure) =>
		checkRules({ ...frame, asOf: endDay(run, frame.asOf), structure, base: run.before });
	const after = on(run.after);
	return on(run.before).flatMap((before, at) => {
		const now = after[at];
		return now ? [{ before, after: now }] : [];
	});
}

/** The day from which everything is in effect; that of the decision where nothing has a later one. */
export function endDay({ steps }: Pick<ScenarioRun, 'steps'>, decisionDay: IsoDate): IsoDate {
	return (
		phaseDays(
			steps.map(({ operation }) => operation),
			decisionDay,
		).at(-1) ?? decisionDay
	);
}

/**
 * The first day on which all of several scenarios hold as a whole: the last of their end days.
 * Example: one ends on 1 January, another on 1 July → 1 July, by whose law both and their base can be compared.
 */
export function lastEndDay(scenarios: readonly [Ending, ...Ending[]]): IsoDate {
	return scenarios
		.map(({ run, decisionDay }) => endDay(run, decisionDay))
		.reduce((last, day) => (day > last ? day : last));
}

/** A scenario and the day from which it is decided. */
export interface Ending {
	readonly run: Pick<ScenarioRun, 'steps'>;
	readonly decisionDay: IsoDate;
}

/** A rule that is farther from being met on one of the days of a scenario than it is without it and than in the end. */
export interface PassingBreach {
	readonly startsOn: IsoDate;
	readonly rule: RuleComparison;
}

/**
 * The rules that a scenario in steps breaks on the way: worse on a day before the last than without the scenario, and
 * worse than in the end. What is as bad in the end is told there. A day on which the scenario does not stand is not
 * judged; the obstacles tell it. Example: the financial controller is closed on 1 January and opened in another unit on
 * 1 July → R18 on 1 January, although it is met before and after.
 */
export function passingBreaches(
	run: ScenarioRun,
	frame: RuleFrame,
	limits: ScenarioLimits,
): readonly PassingBreach[] {
	const operations = run.steps.map(({ operation }) => operation);
	if (phaseDays(operations, frame.asOf).length < 2) return [];
	const end = new Map(endVerdicts(run, frame).map((verdict) => [verdict.rule, verdict]));
	return phaseRuns(run.before, operations, { decisionDay: frame.asOf, limits })
		.slice(0, -1)
		.flatMap(({ startsOn, result }) => {
			const rules = result.ok ? compareRules(result.value, { ...frame, asOf: startsOn }) : [];
			return rules
				.filter((rule) => {
					const last = end.get(rule.after.rule);
					const isPassing = last && ruleTurn({ before: last, after: rule.after }) === 'worse';
					return isPassing && ruleTurn(rule) === 'worse';
				})
				.map((rule) => ({ startsOn, rule }));
		});
}

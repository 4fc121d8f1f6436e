import type { Structure } from '../org/index.ts';
import type { IsoDate, OperationId, Result } from '../shared/index.ts';
import { countStructure, type StructureNumbers } from './numbers.ts';
import type { Operation } from './operation.ts';
import type { OperationRefusal } from './refusal.ts';
import { inOrder, runOperations, type ScenarioLimits, type ScenarioRun } from './run.ts';

/** From when a scenario takes effect, and what the law sets for its operations. */
export interface PhaseFrame {
	/** The day of the whole decision; no operation takes effect before it. */
	readonly decisionDay: IsoDate;
	readonly limits: ScenarioLimits;
}

/** What a scenario does from one day on, until the next one. */
export interface ScenarioPhase {
	readonly startsOn: IsoDate;
	/** Operations that take effect on that day, in their order. */
	readonly operationIds: readonly OperationId[];
	/** The numbers from that day on; null when what is in effect by then does not apply without what comes later. */
	readonly numbers: StructureNumbers | null;
	/** The operation that would take effect before one that it rests on; null when all is in order. */
	readonly refusal: OperationRefusal | null;
}

/**
 * The scenario day by day: an operation without a day of its own takes effect with the decision. On each day those of
 * that day and of the days before are applied in the order of the list.
 * Example (Русе, decision 111 of 13.03.2008): 310 delegated posts from 01.01.2008, 275 from 01.07.2008, 35 fewer.
 */
export function scenarioPhases(
	baseline: Structure,
	operations: readonly Operation[],
	frame: PhaseFrame,
): readonly ScenarioPhase[] {
	return phaseRuns(baseline, operations, frame).map(({ startsOn, operationIds, result }) => ({
		...{ startsOn, operationIds },
		numbers: result.ok ? countStructure(result.value.after) : null,
		refusal: result.ok ? null : result.error,
	}));
}

/** Everything in effect from one day on, applied to the baseline. */
export interface PhaseRun {
	readonly startsOn: IsoDate;
	readonly operationIds: readonly OperationId[];
	/** Error: the operation that would take effect before one that it rests on. */
	readonly result: Result<ScenarioRun, OperationRefusal>;
}

/** As {@link scenarioPhases}, with the whole run of each day; the run of the last day is that of the scenario. */
export function phaseRuns(
	baseline: Structure,
	operations: readonly Operation[],
	{ decisionDay, limits }: PhaseFrame,
): readonly PhaseRun[] {
	const ordered = inOrder(operations);
	const dayOf = (operation: Operation) => phaseDay(operation, decisionDay);
	return phaseDays(ordered, decisionDay).map((startsOn) => ({
		startsOn,
		operationIds: ordered.flatMap((operation) => (dayOf(operation) === startsOn ? operation.id : [])),
		result: runOperations(
			baseline,
			ordered.filter((operation) => dayOf(operation) <= startsOn),
			limits,
		),
	}));
}

/** A scenario as it stands on one of its days. */
export interface RunOnDay {
	readonly run: ScenarioRun;
	readonly day: IsoDate;
	readonly isLastDay: boolean;
	/** The days to choose from, with those on which the scenario does not stand; none where all is in effect at once. */
	readonly days: readonly { readonly on: IsoDate; readonly refused: boolean }[];
}

/**
 * What is in effect by the day that is asked for; all of it by the last one, or where none, an unknown or a refused day
 * is asked for. Example: operations of 01.01 and of 01.07, asked 01.01 → the run of the first ones, not the last day.
 */
export function runOnDay(run: ScenarioRun, frame: PhaseFrame, asked: string | null): RunOnDay {
	const operations = run.steps.map(({ operation }) => operation);
	const all = phaseDays(operations, frame.decisionDay);
	const last = all.at(-1) ?? frame.decisionDay;
	const phases = all.length > 1 ? phaseRuns(run.before, operations, frame) : [];
	const chosen = phases.find(({ startsOn, result }) => startsOn === asked && result.ok);
	const day = chosen?.startsOn ?? last;
	return {
		run: chosen?.result.ok ? chosen.result.value : run,
		...{ day, isLastDay: day === last },
		days: phases.map(({ startsOn, result }) => ({ on: startsOn, refused: !result.ok })),
	};
}

/** The days on which operations take effect, each once, the first first. */
export function phaseDays(
	operations: readonly Pick<Operation, 'effectiveOn'>[],
	decisionDay: IsoDate,
): readonly IsoDate[] {
	return [...new Set(operations.map((operation) => phaseDay(operation, decisionDay)))].sort();
}

/** The day on which an operation takes effect: its own, but never before the decision. */
export function phaseDay({ effectiveOn }: Pick<Operation, 'effectiveOn'>, decisionDay: IsoDate): IsoDate {
	return effectiveOn !== null && effectiveOn > decisionDay ? effectiveOn : decisionDay;
}

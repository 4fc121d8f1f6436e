import type { Structure } from '../org/index.ts';
import { ok, type IsoDate, type OperationId, type Result } from '../shared/index.ts';
import { phaseDays, phaseRuns, type PhaseFrame } from './phases.ts';
import type { OperationRefusal } from './refusal.ts';
import type { ScenarioRun } from './run.ts';

/** The structure that holds from one day of a decision until the next. */
export interface StageInForce {
	readonly on: IsoDate;
	/** What takes effect on that day, in the order of the list; none where the decision begins with what holds already. */
	readonly operationIds: readonly OperationId[];
	/** What held until that day. */
	readonly before: Structure;
	readonly after: Structure;
}

/** At least one, from the day of the decision on. */
export type StagesInForce = readonly [StageInForce, ...StageInForce[]];

/**
 * The structures that follow one another from the day of a decision, the first day first. The decision is in force from
 * its own day also where its first operation takes effect later: then it begins with what holds already.
 * Error: the operation that would take effect before one that it rests on.
 * Example (Русе, 2008): decided from 1 January, 35 posts fewer from 1 July → 1 January 310 → 310, 1 July 310 → 275.
 */
export function stagesInForce(run: ScenarioRun, frame: PhaseFrame): Result<StagesInForce, OperationRefusal> {
	const operations = run.steps.map(({ operation }) => operation);
	const { decisionDay: on } = frame;
	const { before, after } = run;
	if (phaseDays(operations, on).every((day) => day === on))
		return ok([{ on, operationIds: operations.map(({ id }) => id), before, after }]);
	const stages: StageInForce[] = [];
	let held = before;
	for (const { startsOn, operationIds, result } of phaseRuns(before, operations, frame)) {
		if (!result.ok) return result;
		stages.push({ on: startsOn, operationIds, before: held, after: result.value.after });
		held = result.value.after;
	}
	const [first, ...rest] = stages;
	if (first?.on === on) return ok([first, ...rest]);
	return ok([{ on, operationIds: [], before, after: before }, ...stages]);
}

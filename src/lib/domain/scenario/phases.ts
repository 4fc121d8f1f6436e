import type { Structure } from '../org/index.ts';
import type { IsoDate, OperationId } from '../shared/index.ts';
import { countStructure, type StructureNumbers } from './numbers.ts';
import type { Operation } from './operation.ts';
import type { OperationRefusal } from './refusal.ts';
import { applyOperations, inOrder, type ScenarioLimits } from './run.ts';

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
	options: { readonly decisionDay: IsoDate; readonly limits: ScenarioLimits },
): readonly ScenarioPhase[] {
	const ordered = inOrder(operations);
	const dayOf = (operation: Operation) => phaseDay(operation, options.decisionDay);
	const days = [...new Set(ordered.map(dayOf))].sort();
	return days.map((startsOn) => {
		const inEffect = ordered.filter((operation) => dayOf(operation) <= startsOn);
		const result = applyOperations(baseline, inEffect, options.limits);
		return {
			startsOn,
			operationIds: ordered.flatMap((operation) => (dayOf(operation) === startsOn ? operation.id : [])),
			numbers: result.ok ? countStructure(result.value) : null,
			refusal: result.ok ? null : result.error,
		};
	});
}

/** The day on which an operation takes effect. */
export function phaseDay({ effectiveOn }: Pick<Operation, 'effectiveOn'>, decisionDay: IsoDate): IsoDate {
	return effectiveOn ?? decisionDay;
}

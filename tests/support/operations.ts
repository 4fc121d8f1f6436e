import {
	runOperations,
	type Operation,
	type OperationKind,
	type OperationPayloads,
	type ScenarioRun,
} from '#lib/domain/scenario/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import { asId, type FindingId, type OperationId } from '#lib/domain/shared/index.ts';

export const LIMITS = { postStep: 0.5 } as const;

/** One operation; the position comes from its place in the list given to {@link listed}. */
export function operation<Kind extends OperationKind>(
	kind: Kind,
	payload: OperationPayloads[Kind],
	findings: readonly string[] = [],
): Operation {
	return {
		id: asId<OperationId>('op'),
		position: 1,
		kind,
		payload,
		motive: 'Отстранява констатирано дублиране.',
		findingIds: findings.map((id) => asId<FindingId>(id)),
		effectiveOn: null,
	} as Operation;
}

/** Operations in order: op1, op2, … at the places 1, 2, … */
export function listed(...operations: readonly Operation[]): readonly Operation[] {
	return operations.map((item, at) => ({
		...item,
		id: asId<OperationId>(`op${at + 1}`),
		position: at + 1,
	}));
}

/** The run of operations that must apply. */
export function runOf(structure: Structure, ...operations: readonly Operation[]): ScenarioRun {
	const run = runOperations(structure, listed(...operations), LIMITS);
	if (!run.ok) throw new Error(JSON.stringify(run.error));
	return run.value;
}

/** The refusal of operations that must not apply. */
export function refusalOf(structure: Structure, ...operations: readonly Operation[]) {
	const run = runOperations(structure, listed(...operations), LIMITS);
	if (run.ok) throw new Error('applied, although a refusal was expected');
	return run.error;
}

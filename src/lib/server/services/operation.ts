import {
	dependentOperations,
	moveTo,
	renumber,
	runOperations,
	withoutUnchanged,
	type Operation,
	type OperationBody,
	type OperationRefusal,
} from '#lib/domain/scenario/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import {
	err,
	ok,
	type FindingId,
	type IsoDate,
	type OperationId,
	type Result,
} from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { deleteOperation, insertOperation, updateOperation, updatePositions } from '../queries/operation.ts';
import { deleteReview } from '../queries/scenario-rebase.ts';
import { touchScenario } from '../queries/scenario.ts';
import { dropNeedsOf, findHeldNeeds, type HeldNeeds } from './training-need-hold.ts';
import {
	auditScenario,
	openScenario,
	type OpenScenario,
	type ScenarioAddress,
	type ScenarioRefusal,
} from './scenario.ts';

export type OperationProblem =
	| OperationRefusal
	| { readonly code: 'operation/rested-on'; readonly by: readonly OperationId[] }
	| { readonly code: 'operation/finding-unknown' }
	/** Something else was changed since an operation was taken out, or it would not apply any more. */
	| { readonly code: 'operation/nothing-removed' }
	| HeldNeeds;

export type OperationAnswer<T> = Result<T, Refused | ScenarioRefusal | OperationProblem>;

/** What a person says of an operation, besides its place. */
export type OperationInput = OperationBody & {
	readonly motive: string;
	readonly findingIds: readonly FindingId[];
	readonly effectiveOn: IsoDate | null;
	readonly revision: number;
};

/** Adds an operation at the end, when it applies there. */
export async function addOperation(
	ctx: Ctx,
	address: ScenarioAddress,
	input: OperationInput,
): Promise<OperationAnswer<OperationId>> {
	const found = await openDraft(ctx, address);
	if (!found.ok) return found;
	const { operations, run } = found.value;
	const operation = toOperation(slim(run.after, input), {
		id: ctx.newId() as OperationId,
		position: operations.length + 1,
	});
	const problem = checkOperations(found.value, [...operations, operation], operation);
	if (problem) return err(problem);
	return saveOperations(ctx, found.value, input.revision, async (tx) => {
		const made = { at: ctx.clock.now(), by: found.value.actor.userId };
		await insertOperation(tx, found.value.scenario.id, operation, made);
		return { action: 'operation.add', before: null, after: operation, value: operation.id };
	});
}

/** Changes an operation in its place; refused when it, or one that rests on it, would no longer apply. */
export async function editOperation(
	ctx: Ctx,
	address: ScenarioAddress,
	id: OperationId,
	input: OperationInput,
): Promise<OperationAnswer<OperationId>> {
	const found = await openDraft(ctx, address);
	if (!found.ok) return found;
	const before = found.value.operations.find((operation) => operation.id === id);
	if (!before) return err(DENIED);
	const step = found.value.run.steps.find((taken) => taken.operation.id === id);
	const after = toOperation(slim(step?.before ?? found.value.run.after, input), before);
	const list = found.value.operations.map((operation) => (operation.id === id ? after : operation));
	const problem = checkOperations(found.value, list, after);
	if (problem) return err(problem);
	return saveOperations(ctx, found.value, input.revision, async (tx) => {
		await updateOperation(tx, after);
		await deleteReview(tx, id);
		return { action: 'operation.edit', before, after, value: id };
	});
}

/**
 * Takes an operation out, and its training needs with it. Error `operation/rested-on` names the operations that need
 * it, `operation/needs-planned` the lines of training plans that do.
 */
export async function removeOperation(
	ctx: Ctx,
	address: ScenarioAddress,
	input: { readonly id: OperationId; readonly revision: number },
): Promise<OperationAnswer<null>> {
	const found = await openDraft(ctx, address);
	if (!found.ok) return found;
	const { actor, operations, run, limits, refusal, scenario } = found.value;
	const before = operations.find((operation) => operation.id === input.id);
	if (!before) return err(DENIED);
	if (!refusal) {
		const by = dependentOperations(run.before, operations, { id: input.id, limits });
		if (by.length > 0) return err({ code: 'operation/rested-on', by: by.map((item) => item.operationId) });
	}
	const left = renumber(operations.filter((operation) => operation.id !== input.id));
	const of = { municipalityId: scenario.municipalityId, operationId: input.id };
	const guard = (tx: Tx) => findHeldNeeds(tx, of.municipalityId, of.operationId);
	const write = async (tx: Tx) => {
		await dropNeedsOf(ctx, tx, { actor, ...of });
		await deleteOperation(tx, input.id);
		await updatePositions(tx, scenario.id, left);
		return { action: 'operation.remove', before, after: null, value: null };
	};
	return saveOperations(ctx, found.value, input.revision, write, guard);
}

/** Puts an operation at another place (from 1), when the whole list still applies. */
export async function reorderOperation(
	ctx: Ctx,
	address: ScenarioAddress,
	input: { readonly id: OperationId; readonly place: number; readonly revision: number },
): Promise<OperationAnswer<null>> {
	const found = await openDraft(ctx, address);
	if (!found.ok) return found;
	const { operations, run, limits, scenario } = found.value;
	if (!operations.some((operation) => operation.id === input.id)) return err(DENIED);
	const moved = moveTo(operations, input.id, input.place);
	const applied = runOperations(run.before, moved, limits);
	if (!applied.ok) return applied;
	return saveOperations(ctx, found.value, input.revision, async (tx) => {
		await updatePositions(tx, scenario.id, moved);
		const order = (list: readonly Operation[]) => list.map((operation) => operation.id);
		return { action: 'operation.reorder', before: order(operations), after: order(moved), value: null };
	});
}

/** A scenario whose operations the actor may change. */
export async function openDraft(ctx: Ctx, address: ScenarioAddress): Promise<OperationAnswer<OpenScenario>> {
	const found = await openScenario(ctx, address, 'scenario.edit');
	if (!found.ok) return found;
	return found.value.scenario.status === 'draft' ? found : err({ code: 'scenario/not-a-draft' });
}

/** Only what the operation really changes is stored. */
function slim(structure: Structure, input: OperationInput): OperationInput {
	return { ...input, ...withoutUnchanged(structure, input) };
}

function toOperation(input: OperationInput, place: { readonly id: OperationId; readonly position: number }) {
	const { revision: _, ...said } = input;
	return { ...said, id: place.id, position: place.position } as Operation;
}

/**
 * Why a list with a new or changed operation does not stand; null when it does. A list that already stopped at an
 * operation may stop at a later one: so several that no longer apply are put right one by one.
 */
export function checkOperations(
	{ run, limits, findings, refusal }: OpenScenario,
	list: readonly Operation[],
	changed: Operation,
): OperationProblem | null {
	const known = new Set(findings.map((finding) => finding.id));
	if (changed.findingIds.some((id) => !known.has(id))) return { code: 'operation/finding-unknown' };
	const applied = runOperations(run.before, list, limits);
	if (applied.ok) return null;
	const placeOf = (id: OperationId | undefined) => list.find((item) => item.id === id)?.position ?? 0;
	const { operationId } = applied.error;
	const goesFurther = refusal !== null && placeOf(operationId) > placeOf(refusal.operationId);
	return goesFurther && operationId !== changed.id ? null : applied.error;
}

export interface OperationChange<T> {
	readonly action: string;
	readonly before: unknown;
	readonly after: unknown;
	readonly value: T;
}

/** Writes a change of the operations, marks the scenario as changed and says it in the audit trail, all or nothing. */
export async function saveOperations<T>(
	ctx: Ctx,
	{ actor, scenario }: OpenScenario,
	revision: number,
	write: (tx: Tx) => Promise<OperationChange<T>>,
	guard: (tx: Tx) => Promise<OperationProblem | null> = () => Promise.resolve(null),
): Promise<OperationAnswer<T>> {
	return ctx.db.transaction().execute(async (tx) => {
		const problem = await guard(tx);
		if (problem) return err(problem);
		if (!(await touchScenario(tx, { id: scenario.id, revision }))) return err({ code: 'scenario/stale' });
		const { action, before, after, value } = await write(tx);
		await auditScenario(ctx, tx, { actor, scenario, action, before, after });
		return ok(value);
	});
}

import {
	inOrder,
	operationEffects,
	runOperations,
	summariseEffect,
	type Operation,
	type OperationSummary,
} from '#lib/domain/scenario/index.ts';
import { err } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx } from '../context.ts';
import { listAudit } from '../queries/audit.ts';
import { insertOperation } from '../queries/operation.ts';
import {
	checkOperations,
	openDraft,
	removeOperation,
	saveOperations,
	type OperationAnswer,
} from './operation.ts';
import type { OpenScenario, ScenarioAddress } from './scenario.ts';

/** Takes the last operation out; nothing can rest on it. */
export async function undoLastOperation(
	ctx: Ctx,
	address: ScenarioAddress,
	input: { readonly revision: number },
): Promise<OperationAnswer<null>> {
	const found = await openDraft(ctx, address);
	if (!found.ok) return found;
	const last = inOrder(found.value.operations).at(-1);
	return last ? removeOperation(ctx, address, { id: last.id, revision: input.revision }) : err(DENIED);
}

/**
 * The operation whose removal was the last change of a scenario, with what it would do at the end of the list; null
 * when something else was changed since, or it would not apply any more.
 */
export async function findRemoved(ctx: Ctx, open: OpenScenario): Promise<OperationSummary | null> {
	const { scenario, run, operations, limits } = open;
	if (scenario.status !== 'draft') return null;
	const of = { municipalityId: scenario.municipalityId, entity: 'scenario', entityKey: scenario.id };
	const [last] = await listAudit(ctx.db, { ...of, limit: 1 });
	if (last?.action !== 'operation.remove') return null;
	const operation = { ...(last.before as Operation), position: operations.length + 1 };
	const list = [...operations, operation];
	if (checkOperations(open, list, operation)) return null;
	const applied = runOperations(run.before, list, limits);
	const effect = applied.ok ? operationEffects(applied.value.steps).at(-1) : undefined;
	return effect ? summariseEffect(effect) : null;
}

/**
 * Puts the operation that was taken out last back, at the end. Its training needs arise again from the scenario.
 * Error `operation/nothing-removed` when that was not the last change.
 */
export async function restoreOperation(
	ctx: Ctx,
	address: ScenarioAddress,
	input: { readonly revision: number },
): Promise<OperationAnswer<null>> {
	const found = await openDraft(ctx, address);
	if (!found.ok) return found;
	const removed = await findRemoved(ctx, found.value);
	if (!removed) return err({ code: 'operation/nothing-removed' });
	const { operation } = removed;
	const { actor, scenario } = found.value;
	return saveOperations(ctx, found.value, input.revision, async (tx) => {
		await insertOperation(tx, scenario.id, operation, { at: ctx.clock.now(), by: actor.userId });
		return { action: 'operation.restore', before: null, after: operation, value: null };
	});
}

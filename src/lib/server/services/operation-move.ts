import { unitMoveSteps, type BelowChoice, type Operation } from '#lib/domain/scenario/index.ts';
import { err, type OperationId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { insertOperation } from '../queries/operation.ts';
import {
	checkOperations,
	openDraft,
	saveOperations,
	type OperationAnswer,
	type OperationInput,
} from './operation.ts';
import { auditScenario, type ScenarioAddress } from './scenario.ts';

/**
 * Adds the move of a unit apart from what stands below it: an operation for each unit right below and one for the unit
 * itself, with one motive, all or none. The answer is the move of the unit itself.
 */
export async function addUnitMove(
	ctx: Ctx,
	address: ScenarioAddress,
	input: Extract<OperationInput, { readonly kind: 'unit-move' }>,
	below: BelowChoice,
): Promise<OperationAnswer<OperationId>> {
	const found = await openDraft(ctx, address);
	if (!found.ok) return found;
	const { actor, scenario, operations, run } = found.value;
	const { motive, findingIds, effectiveOn, revision, payload } = input;
	const added = unitMoveSteps(run.after, { ...payload, below }).map((body, at): Operation => ({
		...body,
		...{ motive, findingIds, effectiveOn, id: ctx.newId() as OperationId },
		position: operations.length + 1 + at,
	}));
	const last = added.at(-1);
	if (!last) throw new Error('a move is at least one operation');
	const problem = checkOperations(found.value, [...operations, ...added], last);
	if (problem) return err(problem);
	return saveOperations(ctx, found.value, revision, async (tx) => {
		const made = { at: ctx.clock.now(), by: actor.userId };
		for (const operation of added) {
			await insertOperation(tx, scenario.id, operation, made);
			if (operation !== last)
				await auditScenario(ctx, tx, {
					...{ actor, scenario, action: 'operation.add' },
					...{ before: null, after: operation },
				});
		}
		return { action: 'operation.add', before: null, after: last, value: last.id };
	});
}

import { checkReach, runOperations, withoutMoney, type OperationBody } from '#lib/domain/scenario/index.ts';
import { err, ok } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import {
	deleteProposed,
	insertProposed,
	touchDelegation,
	type DelegationState,
} from '../queries/scenario-delegation.ts';
import { findScenario } from '../queries/scenario.ts';
import {
	openDelegation,
	structureWith,
	toOperation,
	type DelegationAddress,
	type DelegationAnswer,
	type OpenDelegation,
} from './scenario-delegation.ts';
import { auditScenario } from './scenario.ts';

/**
 * Adds an operation to what the head proposes. Money is left out of it. Errors: those of the operation,
 * `delegation/outside` when it reaches beyond the unit, `delegation/stale`.
 */
export async function proposeOperation(
	ctx: Ctx,
	address: DelegationAddress,
	input: { readonly body: OperationBody; readonly motive: string; readonly revision: number },
): Promise<DelegationAnswer<null>> {
	const found = await openOwn(ctx, address);
	if (!found.ok) return found;
	const { open, delegation, proposed } = found.value;
	const position = (proposed.at(-1)?.position ?? 0) + 1;
	const one = { id: ctx.newId(), position, motive: input.motive, body: withoutMoney(input.body) };
	const before = structureWith(open, proposed);
	const run = runOperations(before, [toOperation(one)], open.limits);
	if (!run.ok) return run;
	const reach = checkReach(before, run.value.after, delegation.unitKey);
	if (!reach.ok) return reach;
	return changeOwn(
		ctx,
		found.value,
		{ revision: input.revision, to: 'open', action: 'delegation.propose' },
		(tx) => insertProposed(tx, delegation.id, one, { at: ctx.clock.now(), by: open.actor.userId }),
	);
}

/** Takes back an operation that was not decided yet. */
export async function withdrawOperation(
	ctx: Ctx,
	address: DelegationAddress,
	input: { readonly id: string; readonly revision: number },
): Promise<DelegationAnswer<null>> {
	const found = await openOwn(ctx, address);
	if (!found.ok) return found;
	if (!found.value.proposed.some(({ id }) => id === input.id)) return err(DENIED);
	return changeOwn(
		ctx,
		found.value,
		{ revision: input.revision, to: 'open', action: 'delegation.take-back' },
		(tx) => deleteProposed(tx, input.id),
	);
}

/** Hands the proposed operations back to be decided one by one. */
export async function returnDelegation(
	ctx: Ctx,
	address: DelegationAddress,
	{ revision }: { readonly revision: number },
): Promise<DelegationAnswer<null>> {
	const found = await openOwn(ctx, address);
	if (!found.ok) return found;
	const step = {
		revision,
		to: 'returned',
		action: 'delegation.return',
		returnedAt: ctx.clock.now(),
	} as const;
	return changeOwn(ctx, found.value, step, () => Promise.resolve());
}

/** Its head alone works on a delegation, while it is open and the scenario is a draft. */
async function openOwn(ctx: Ctx, address: DelegationAddress): Promise<DelegationAnswer<OpenDelegation>> {
	const found = await openDelegation(ctx, address);
	if (!found.ok) return found;
	if (found.value.open.scenario.status !== 'draft') return err({ code: 'scenario/not-a-draft' });
	return found.value.isDelegate ? found : err({ code: 'access/forbidden' });
}

async function changeOwn(
	ctx: Ctx,
	{ open, delegation }: OpenDelegation,
	step: {
		readonly revision: number;
		readonly to: DelegationState;
		readonly action: string;
		readonly returnedAt?: string;
	},
	write: (tx: Tx) => Promise<void>,
): Promise<DelegationAnswer<null>> {
	const { revision, action, ...to } = step;
	return ctx.db.transaction().execute(async (tx) => {
		// Submitted meanwhile: what is before the council stays as it is.
		if ((await findScenario(tx, open.scenario.id))?.status !== 'draft')
			return err({ code: 'scenario/not-a-draft' });
		if (!(await touchDelegation(tx, { id: delegation.id, revision }, { from: ['open'], ...to })))
			return err({ code: 'delegation/stale' });
		await write(tx);
		const after = { delegation: delegation.id, unitKey: delegation.unitKey };
		await auditScenario(ctx, tx, { actor: open.actor, scenario: open.scenario, action, before: null, after });
		return ok(null);
	});
}

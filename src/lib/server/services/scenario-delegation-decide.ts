import { err, ok, type OperationId, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { insertOperation } from '../queries/operation.ts';
import {
	decideProposed,
	listDelegations,
	touchDelegation,
	type DelegationState,
	type ProposedOperation,
} from '../queries/scenario-delegation.ts';
import { touchScenario } from '../queries/scenario.ts';
import { checkOperations, type OperationProblem } from './operation.ts';
import {
	openDelegation,
	toOperation,
	type DelegationAddress,
	type DelegationProblem,
	type OpenDelegation,
} from './scenario-delegation.ts';
import { auditScenario, type ScenarioRefusal } from './scenario.ts';

type Answer = Result<null, Refused | ScenarioRefusal | DelegationProblem | OperationProblem>;

interface Seen {
	readonly id: string;
	/** Revision of the delegation. */
	readonly revision: number;
}

/**
 * Takes one returned operation into the scenario, at its end. Whoever edits the scenario decides. Errors: those of the
 * operation; `delegation/stale`, `scenario/stale`.
 */
export async function acceptOperation(ctx: Ctx, address: DelegationAddress, input: Seen): Promise<Answer> {
	const found = await openReturned(ctx, address, input.id);
	if (!found.ok) return found;
	const { open, one } = found.value;
	const place = { id: ctx.newId() as OperationId, position: open.operations.length + 1 };
	const operation = { ...toOperation(one), ...place };
	const problem = checkOperations(open, [...open.operations, operation], operation);
	if (problem) return err(problem);
	return decide(ctx, found.value, { ...input, after: operation, action: 'delegation.accept' }, async (tx) => {
		const made = { at: ctx.clock.now(), by: open.actor.userId };
		const seen = { id: open.scenario.id, revision: open.scenario.revision };
		if (!(await touchScenario(tx, seen))) return false;
		await insertOperation(tx, open.scenario.id, operation, made);
		const taken = { state: 'accepted', answer: '', operationId: operation.id } as const;
		await decideProposed(tx, one.id, { ...taken, ...made });
		return true;
	});
}

/** Refuses one returned operation with a reason. Errors `delegation/reason-missing`, `delegation/stale`. */
export async function refuseOperation(
	ctx: Ctx,
	address: DelegationAddress,
	input: Seen & { readonly reason: string },
): Promise<Answer> {
	const found = await openReturned(ctx, address, input.id);
	if (!found.ok) return found;
	const { open, one } = found.value;
	const answer = input.reason.trim();
	if (answer === '') return err({ code: 'delegation/reason-missing' });
	const after = { operation: one.id, answer };
	return decide(ctx, found.value, { ...input, after, action: 'delegation.refuse' }, async (tx) => {
		const made = { at: ctx.clock.now(), by: open.actor.userId };
		await decideProposed(tx, one.id, { state: 'refused', answer, operationId: null, ...made });
		return true;
	});
}

/** Ends a delegation: what was not decided is left undecided and can no longer be taken over. */
export async function endDelegation(
	ctx: Ctx,
	address: DelegationAddress,
	{ revision }: Pick<Seen, 'revision'>,
): Promise<Answer> {
	const found = await openDelegation(ctx, address);
	if (!found.ok) return found;
	const { open, delegation, proposed, mayManage } = found.value;
	if (!mayManage) return err({ code: 'access/forbidden' });
	const to: DelegationState = proposed.some(({ state }) => state !== 'proposed') ? 'closed' : 'withdrawn';
	return ctx.db.transaction().execute(async (tx) => {
		const seen = { id: delegation.id, revision };
		if (!(await touchDelegation(tx, seen, { from: ['open', 'returned'], to })))
			return err({ code: 'delegation/stale' });
		const [before, after] = [{ state: delegation.state }, { delegation: delegation.id, state: to }];
		const { actor, scenario } = open;
		await auditScenario(ctx, tx, { actor, scenario, action: 'delegation.end', before, after });
		return ok(null);
	});
}

type Returned = OpenDelegation & { readonly one: ProposedOperation };

async function openReturned(
	ctx: Ctx,
	address: DelegationAddress,
	id: string,
): Promise<Result<Returned, Refused | ScenarioRefusal | DelegationProblem>> {
	const found = await openDelegation(ctx, address);
	if (!found.ok) return found;
	const { open, delegation, proposed } = found.value;
	if (!open.mayEdit) return err({ code: 'access/forbidden' });
	const one = proposed.find((candidate) => candidate.id === id);
	if (!one) return err(DENIED);
	if (delegation.state !== 'returned' || one.state !== 'proposed') return err({ code: 'delegation/stale' });
	return ok({ ...found.value, one });
}

async function decide(
	ctx: Ctx,
	{ open, delegation, proposed, one }: Returned,
	step: { readonly revision: number; readonly after: unknown; readonly action: string },
	write: (tx: Tx) => Promise<boolean>,
): Promise<Answer> {
	const isLast = proposed.every(({ id, state }) => id === one.id || state !== 'proposed');
	const to = { from: ['returned'], to: isLast ? 'closed' : 'returned' } as const;
	return ctx.db.transaction().execute(async (tx) => {
		// Both are checked before anything is written: the delegation by reading it, the scenario by touching it.
		const seen = { id: delegation.id, revision: step.revision };
		const stored = (await listDelegations(tx, open.scenario.id)).find(({ id }) => id === delegation.id);
		if (stored?.revision !== step.revision || stored.state !== 'returned')
			return err({ code: 'delegation/stale' });
		if (!(await write(tx))) return err({ code: 'scenario/stale' });
		if (!(await touchDelegation(tx, seen, to))) throw new Error('a delegation changed inside a transaction');
		const { actor, scenario } = open;
		const { action, after } = step;
		await auditScenario(ctx, tx, { actor, scenario, action, before: null, after });
		return ok(null);
	});
}

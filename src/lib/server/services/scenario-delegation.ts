import { can, type Actor } from '#lib/domain/access/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import {
	delegatedPart,
	operationEffects,
	runOperations,
	summariseEffect,
	type DelegationRefusal,
	type Operation,
	type OperationRefusal,
	type OperationSummary,
	type ScenarioStep,
} from '#lib/domain/scenario/index.ts';
import {
	err,
	ok,
	type IsoDate,
	type OperationId,
	type Result,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import { DENIED, transact, type Ctx, type Refused } from '../context.ts';
import {
	insertDelegation,
	listDelegations,
	listProposed,
	type DelegationRecord,
	type DelegationState,
	type ProposedOperation,
} from '../queries/scenario-delegation.ts';
import { listUsers } from '../queries/user.ts';
import {
	auditScenario,
	openScenario,
	type OpenScenario,
	type ScenarioAddress,
	type ScenarioRefusal,
} from './scenario.ts';

export type DelegationProblem =
	| DelegationRefusal
	| OperationRefusal
	/** No account of a unit head belongs to the unit. */
	| { readonly code: 'delegation/no-account' }
	| { readonly code: 'delegation/already' }
	/** The day by which it is due is over. */
	| { readonly code: 'delegation/due-past' }
	| { readonly code: 'delegation/stale' }
	| { readonly code: 'delegation/reason-missing' };

export type DelegationAnswer<T> = Result<T, Refused | ScenarioRefusal | DelegationProblem>;

/** A delegation with what its reader may do and see. */
export interface OpenDelegation {
	readonly open: OpenScenario;
	readonly delegation: DelegationRecord;
	readonly proposed: readonly ProposedOperation[];
	/** The unit with what is below it after the scenario and the proposed operations that apply; without money. */
	readonly part: Structure;
	/** Its reader is the head to whom it was given. */
	readonly isDelegate: boolean;
	readonly mayManage: boolean;
}

export interface DelegationAddress extends ScenarioAddress {
	readonly delegationId: string;
}

const subjectOf = ({ municipality }: OpenScenario, unitKey?: UnitKey) => ({
	municipalityId: municipality.id,
	...(unitKey === undefined ? {} : { unitKey }),
});

export const mayManage = (open: OpenScenario) => can(open.actor, 'delegation.manage', subjectOf(open));

const isDelegate = (actor: Actor, open: OpenScenario, one: DelegationRecord) =>
	one.delegateId === actor.userId && can(actor, 'delegation.work', subjectOf(open, one.unitKey));

/** The delegations of a scenario that the actor may see: all of them for those who manage, otherwise the own ones. */
export async function viewDelegations(ctx: Ctx, open: OpenScenario): Promise<readonly DelegationRecord[]> {
	const all = await listDelegations(ctx.db, open.scenario.id);
	return mayManage(open) ? all : all.filter((one) => isDelegate(open.actor, open, one));
}

/** What waits for the actor: work that came back, for those who decide on it; work that was given, for its head. */
export async function waitingDelegations(ctx: Ctx, open: OpenScenario) {
	const wanted = mayManage(open) ? 'returned' : 'open';
	const names = new Map(
		[...open.run.before.units, ...open.run.after.units].map((unit) => [unit.key, unit.name]),
	);
	return (await viewDelegations(ctx, open))
		.filter(({ state }) => state === wanted && open.scenario.status === 'draft')
		.map(({ id, unitKey, dueOn }) => ({ id, dueOn, unit: names.get(unitKey) ?? { bg: unitKey, en: null } }));
}

/** Accounts of unit heads, by the unit of each: to whom a unit can be given. */
export async function listHeads(ctx: Ctx, open: OpenScenario) {
	const users = (await listUsers(ctx.db)).filter((user) => user.disabledAt === null);
	return users.flatMap(({ id, name, memberships }) =>
		memberships.flatMap(({ municipalityId, role, unitKey }) =>
			municipalityId === open.municipality.id && role === 'unit-head' && unitKey !== null
				? [{ userId: id, name, unitKey }]
				: [],
		),
	);
}

/** Gives a unit of a draft to its head. Errors `delegation/due-past`, `delegation/no-account`, `delegation/already`, `scenario/not-a-draft`. */
export function delegateUnit(
	ctx: Ctx,
	address: ScenarioAddress,
	input: { readonly unitKey: string; readonly task: string; readonly dueOn: IsoDate | null },
): Promise<DelegationAnswer<string>> {
	return transact(ctx, async (inside, tx): Promise<DelegationAnswer<string>> => {
		const found = await openScenario(inside, address, 'delegation.manage');
		if (!found.ok) return found;
		const { actor, scenario, run } = found.value;
		if (scenario.status !== 'draft') return err({ code: 'scenario/not-a-draft' });
		if (input.dueOn !== null && input.dueOn < ctx.clock.today()) return err({ code: 'delegation/due-past' });
		const unit = run.after.units.find(({ key }) => key === input.unitKey);
		const head = (await listHeads(inside, found.value)).find(({ unitKey }) => unitKey === unit?.key);
		if (!unit || !head) return err({ code: 'delegation/no-account' });
		const id = ctx.newId();
		const others = await listDelegations(tx, scenario.id);
		if (others.some((one) => one.unitKey === unit.key && isRunning(one.state)))
			return err({ code: 'delegation/already' });
		const { task, dueOn } = input;
		await insertDelegation(tx, {
			...{ id, scenarioId: scenario.id, unitKey: unit.key, delegateId: head.userId, task, dueOn },
			...{ createdAt: ctx.clock.now(), createdBy: actor.userId },
		});
		const after = { unitKey: unit.key, delegate: head.name, task, dueOn };
		await auditScenario(ctx, tx, { actor, scenario, action: 'scenario.delegate', before: null, after });
		return ok(id);
	});
}

const isRunning = (state: DelegationState) => state === 'open' || state === 'returned';

/** Opens a delegation for those who manage it and for its head; for everybody else there is none. */
export async function openDelegation(
	ctx: Ctx,
	address: DelegationAddress,
): Promise<Result<OpenDelegation, Refused | ScenarioRefusal>> {
	const found = await openScenario(ctx, address);
	if (!found.ok) return found;
	const open = found.value;
	const delegation = (await viewDelegations(ctx, open)).find(({ id }) => id === address.delegationId);
	if (!delegation) return err(DENIED);
	const proposed = await listProposed(ctx.db, delegation.id);
	const after = structureWith(open, proposed);
	return ok({
		...{ open, delegation, proposed, mayManage: mayManage(open) },
		part: delegatedPart(after, delegation.unitKey),
		isDelegate: isDelegate(open.actor, open, delegation) && delegation.state === 'open',
	});
}

/** The structure after the scenario and those proposed operations that apply, in order. */
export function structureWith(open: OpenScenario, proposed: readonly ProposedOperation[]): Structure {
	return stepsOf(open, proposed).at(-1)?.after ?? open.run.after;
}

function stepsOf(open: OpenScenario, proposed: readonly ProposedOperation[]): readonly ScenarioStep[] {
	const steps: ScenarioStep[] = [];
	for (const one of proposed.filter(({ state }) => state === 'proposed')) {
		const run = runOperations(steps.at(-1)?.after ?? open.run.after, [toOperation(one)], open.limits);
		if (run.ok) steps.push(...run.value.steps);
	}
	return steps;
}

/** What each proposed or accepted operation does, by the id of the proposal; absent where it does not apply. */
export function proposedEffects({
	open,
	proposed,
}: Pick<OpenDelegation, 'open' | 'proposed'>): ReadonlyMap<string, OperationSummary> {
	const accepted = new Map(proposed.map(({ id, operationId }) => [operationId, id]));
	const taken = open.run.steps.filter(({ operation }) => accepted.has(operation.id));
	return new Map(
		operationEffects([...taken, ...stepsOf(open, proposed)]).map((effect) => [
			accepted.get(effect.operation.id) ?? effect.operation.id,
			summariseEffect(effect),
		]),
	);
}

export function toOperation(one: Pick<ProposedOperation, 'id' | 'position' | 'motive' | 'body'>): Operation {
	const { id, position, motive, body } = one;
	return { id: id as OperationId, position, motive, findingIds: [], effectiveOn: null, ...body };
}

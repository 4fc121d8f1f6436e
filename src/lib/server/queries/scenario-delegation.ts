import { decodeOperation, type OperationBody } from '#lib/domain/scenario/index.ts';
import type { IsoDate, OperationId, ScenarioId, UnitKey, UserId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

export type DelegationState = 'open' | 'returned' | 'closed' | 'withdrawn';

/** A unit of a scenario given to its head to work on. */
export interface DelegationRecord {
	readonly id: string;
	readonly scenarioId: ScenarioId;
	readonly unitKey: UnitKey;
	readonly delegateId: UserId;
	readonly task: string;
	readonly dueOn: IsoDate | null;
	readonly state: DelegationState;
	readonly revision: number;
	readonly createdAt: string;
}

/** An operation that the head proposes, with what was decided about it. */
export interface ProposedOperation {
	readonly id: string;
	readonly position: number;
	readonly motive: string;
	readonly body: OperationBody;
	readonly state: 'proposed' | 'accepted' | 'refused';
	/** Why it was refused. */
	readonly answer: string;
	readonly operationId: OperationId | null;
}

export async function listDelegations(
	db: Reader,
	scenarioId: ScenarioId,
): Promise<readonly DelegationRecord[]> {
	const rows = await db
		.selectFrom('scenario_delegation')
		.selectAll()
		.where('scenario_id', '=', scenarioId)
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		scenarioId: row.scenario_id as ScenarioId,
		unitKey: row.unit_key as UnitKey,
		delegateId: row.delegate_id as UserId,
		task: row.task,
		dueOn: row.due_on as IsoDate | null,
		state: row.state,
		revision: row.revision,
		createdAt: row.created_at,
	}));
}

export async function insertDelegation(
	tx: Tx,
	one: Omit<DelegationRecord, 'revision' | 'state'> & { readonly createdBy: string },
): Promise<void> {
	await tx
		.insertInto('scenario_delegation')
		.values({
			id: one.id,
			scenario_id: one.scenarioId,
			unit_key: one.unitKey,
			delegate_id: one.delegateId,
			task: one.task,
			due_on: one.dueOn,
			created_at: one.createdAt,
			created_by: one.createdBy,
			returned_at: null,
		})
		.execute();
}

/** Marks a change; false when somebody changed it meanwhile or it is not in one of the states. */
export async function touchDelegation(
	tx: Tx,
	seen: Pick<DelegationRecord, 'id' | 'revision'>,
	step: {
		readonly from: readonly DelegationState[];
		readonly to: DelegationState;
		readonly returnedAt?: string;
	},
): Promise<boolean> {
	const result = await tx
		.updateTable('scenario_delegation')
		.set((eb) => ({
			revision: eb('revision', '+', 1),
			state: step.to,
			...(step.returnedAt !== undefined && { returned_at: step.returnedAt }),
		}))
		.where('id', '=', seen.id)
		.where('revision', '=', seen.revision)
		.where('state', 'in', step.from)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** Operations proposed in a delegation, in order. */
export async function listProposed(db: Reader, delegationId: string): Promise<readonly ProposedOperation[]> {
	const rows = await db
		.selectFrom('delegated_operation')
		.selectAll()
		.where('delegation_id', '=', delegationId)
		.orderBy('position')
		.execute();
	return rows.map((row) => {
		const body = decodeOperation(row.kind, JSON.parse(row.payload));
		if (!body.ok) throw new Error(`delegated operation ${row.id}: ${JSON.stringify(body.error)}`);
		const { id, position, motive, state, answer } = row;
		return {
			id,
			position,
			motive,
			state,
			answer,
			body: body.value,
			operationId: row.operation_id as OperationId,
		};
	});
}

export async function insertProposed(
	tx: Tx,
	delegationId: string,
	one: Pick<ProposedOperation, 'id' | 'position' | 'motive' | 'body'>,
	made: { readonly at: string; readonly by: string },
): Promise<void> {
	await tx
		.insertInto('delegated_operation')
		.values({
			id: one.id,
			delegation_id: delegationId,
			position: one.position,
			kind: one.body.kind,
			payload: JSON.stringify(one.body.payload),
			motive: one.motive,
			operation_id: null,
			decided_at: null,
			decided_by: null,
			created_at: made.at,
			created_by: made.by,
		})
		.execute();
}

export async function deleteProposed(tx: Tx, id: string): Promise<void> {
	await tx.deleteFrom('delegated_operation').where('id', '=', id).where('state', '=', 'proposed').execute();
}

export async function decideProposed(
	tx: Tx,
	id: string,
	decision: {
		readonly state: 'accepted' | 'refused';
		readonly answer: string;
		readonly operationId: OperationId | null;
		readonly at: string;
		readonly by: string;
	},
): Promise<void> {
	await tx
		.updateTable('delegated_operation')
		.set({
			state: decision.state,
			answer: decision.answer,
			operation_id: decision.operationId,
			decided_at: decision.at,
			decided_by: decision.by,
		})
		.where('id', '=', id)
		.where('state', '=', 'proposed')
		.execute();
}

import type { Actor } from '#lib/domain/access/index.ts';
import type { MunicipalityId, OperationId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { deleteNeed, listNeeds, type StoredNeed } from '../queries/training-need.ts';
import { listPlanItems, type PlanItemRecord } from '../queries/training-plan.ts';
import { recordAudit } from './audit.ts';

/** A line of a training plan that rests on an operation. */
export type HoldingLine = Pick<PlanItemRecord, 'id' | 'year' | 'title' | 'groupName' | 'groupNumber'>;

/** Needs of an operation that are planned or met, and the lines that hold people or seats for them. */
export interface HeldNeeds {
	readonly code: 'operation/needs-planned';
	readonly needs: number;
	readonly lines: readonly HoldingLine[];
}

/** What of the training plans would hang in the air without the operation; null when nothing would. */
export async function findHeldNeeds(
	tx: Tx,
	municipalityId: MunicipalityId,
	operationId: OperationId,
): Promise<HeldNeeds | null> {
	const needs = await needsOfOperation(tx, municipalityId, operationId);
	const ids = new Set(needs.map((need) => need.id));
	const lines = (await listPlanItems(tx, municipalityId)).filter(
		(line) => line.state !== 'cancelled' && line.needIds.some((id) => ids.has(id)),
	);
	const named = new Set(lines.flatMap((line) => line.needIds));
	const held = needs.filter((need) => need.state === 'done' || named.has(need.id));
	if (held.length === 0) return null;
	return {
		code: 'operation/needs-planned',
		needs: held.length,
		lines: lines.map(({ id, year, title, groupName, groupNumber }) => ({
			...{ id, year, title, groupName, groupNumber },
		})),
	};
}

interface DroppedOperation {
	readonly actor: Actor;
	readonly municipalityId: MunicipalityId;
	readonly operationId: OperationId;
}

/** Takes the needs of an operation that is going away with it, each named in the audit trail. */
export async function dropNeedsOf(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipalityId, operationId }: DroppedOperation,
): Promise<void> {
	const needs = await needsOfOperation(tx, municipalityId, operationId);
	if (needs.length === 0) return;
	for (const need of needs) await deleteNeed(tx, need.id);
	await recordAudit(ctx, tx, {
		actor,
		municipalityId,
		action: 'training-need.gone',
		entity: 'training-need',
		entityKey: operationId,
		versionId: null,
		before: needs.map(({ key, state, note }) => ({ key, state, note })),
		after: null,
	});
}

async function needsOfOperation(
	tx: Tx,
	municipalityId: MunicipalityId,
	operationId: OperationId,
): Promise<readonly StoredNeed[]> {
	const needs = await listNeeds(tx, municipalityId);
	return needs.filter(({ cause }) => 'operationId' in cause && cause.operationId === operationId);
}

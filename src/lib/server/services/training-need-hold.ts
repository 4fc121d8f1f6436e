import type { Actor } from '#lib/domain/access/index.ts';
import type { MunicipalityId, OperationId } from '#lib/domain/shared/index.ts';
import type { NeedCause } from '#lib/domain/training/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { deleteNeed, listNeeds, type StoredNeed } from '../queries/training-need.ts';
import { listPlanItems, type PlanItemRecord } from '../queries/training-plan.ts';
import { recordAudit } from './audit.ts';

/** A line of a training plan that rests on a cause of needs. */
export type HoldingLine = Pick<PlanItemRecord, 'id' | 'year' | 'title' | 'groupName' | 'groupNumber'>;

/** What a refusal says of a line. */
export function holdingLine({ id, year, title, groupName, groupNumber }: HoldingLine): HoldingLine {
	return { id, year, title, groupName, groupNumber };
}

/** Needs of a cause that are planned or met, and the lines that hold people or seats for them. */
export interface Held {
	readonly needs: number;
	readonly lines: readonly HoldingLine[];
}

/** Needs of an operation that are planned or met, and the lines that hold people or seats for them. */
export interface HeldNeeds extends Held {
	readonly code: 'operation/needs-planned';
}

/** Something that can go away, told by the causes that speak of it. */
export interface Cause {
	readonly municipalityId: MunicipalityId;
	/** What it is called in the trail. */
	readonly key: string;
	readonly isOf: (cause: NeedCause) => boolean;
}

/** What of the training plans would hang in the air without the operation; null when nothing would. */
export async function findHeldNeeds(
	tx: Tx,
	municipalityId: MunicipalityId,
	operationId: OperationId,
): Promise<HeldNeeds | null> {
	const held = await findHeld(tx, operationCause(municipalityId, operationId));
	return held && { code: 'operation/needs-planned', ...held };
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
	await dropNeeds(ctx, tx, actor, operationCause(municipalityId, operationId));
}

/** What of the training plans would hang in the air without the cause; null when nothing would. */
export async function findHeld(tx: Tx, cause: Cause): Promise<Held | null> {
	const needs = await needsOf(tx, cause);
	const ids = new Set(needs.map((need) => need.id));
	const lines = (await listPlanItems(tx, cause.municipalityId)).filter(
		(line) => line.state !== 'cancelled' && line.needIds.some((id) => ids.has(id)),
	);
	const named = new Set(lines.flatMap((line) => line.needIds));
	const held = needs.filter((need) => need.state === 'done' || named.has(need.id));
	if (held.length === 0) return null;
	return {
		needs: held.length,
		lines: lines.map(holdingLine),
	};
}

/** Takes the needs of a cause that is going away with it, each named in the audit trail. */
export async function dropNeeds(ctx: Ctx, tx: Tx, actor: Actor, cause: Cause): Promise<void> {
	const needs = await needsOf(tx, cause);
	if (needs.length === 0) return;
	for (const need of needs) await deleteNeed(tx, need.id);
	await recordAudit(ctx, tx, {
		actor,
		municipalityId: cause.municipalityId,
		action: 'training-need.gone',
		entity: 'training-need',
		entityKey: cause.key,
		versionId: null,
		before: needs.map(({ key, state, note }) => ({ key, state, note })),
		after: null,
	});
}

function operationCause(municipalityId: MunicipalityId, operationId: OperationId): Cause {
	return {
		...{ municipalityId, key: operationId },
		isOf: (cause) => 'operationId' in cause && cause.operationId === operationId,
	};
}

async function needsOf(tx: Tx, { municipalityId, isOf }: Cause): Promise<readonly StoredNeed[]> {
	const needs = await listNeeds(tx, municipalityId);
	return needs.filter(({ cause }) => isOf(cause));
}

import type { Operation } from '#lib/domain/scenario/index.ts';
import type { OperationId, ScenarioId, VersionId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

/** A scenario that was put on another base, with the operations as they stood before. */
export interface RebaseRecord {
	readonly id: string;
	readonly scenarioId: ScenarioId;
	readonly fromVersionId: VersionId;
	readonly toVersionId: VersionId;
	readonly operationsBefore: readonly Operation[];
	/** Revision of the scenario right after it. */
	readonly revisionAfter: number;
	readonly madeAt: string;
}

/** The rebase after which the scenario was not changed any more; undefined when something came after it. */
export async function findFreshRebase(
	db: Reader,
	scenario: { readonly id: ScenarioId; readonly revision: number },
): Promise<RebaseRecord | undefined> {
	const row = await db
		.selectFrom('scenario_rebase')
		.selectAll()
		.where('scenario_id', '=', scenario.id)
		.where('revision_after', '=', scenario.revision)
		.where('undone_at', 'is', null)
		.executeTakeFirst();
	return (
		row && {
			id: row.id,
			scenarioId: row.scenario_id as ScenarioId,
			fromVersionId: row.from_version_id as VersionId,
			toVersionId: row.to_version_id as VersionId,
			operationsBefore: JSON.parse(row.operations_before) as readonly Operation[],
			revisionAfter: row.revision_after,
			madeAt: row.made_at,
		}
	);
}

export async function insertRebase(
	tx: Tx,
	rebase: RebaseRecord & { readonly madeBy: string; readonly toReview: readonly OperationId[] },
): Promise<void> {
	await tx
		.insertInto('scenario_rebase')
		.values({
			id: rebase.id,
			scenario_id: rebase.scenarioId,
			from_version_id: rebase.fromVersionId,
			to_version_id: rebase.toVersionId,
			operations_before: JSON.stringify(rebase.operationsBefore),
			revision_after: rebase.revisionAfter,
			made_at: rebase.madeAt,
			made_by: rebase.madeBy,
			undone_at: null,
			undone_by: null,
		})
		.execute();
	for (const id of rebase.toReview)
		await tx
			.insertInto('rebase_review')
			.values({ operation_id: id, rebase_id: rebase.id })
			.onConflict((conflict) => conflict.column('operation_id').doUpdateSet({ rebase_id: rebase.id }))
			.execute();
}

export async function markRebaseUndone(
	tx: Tx,
	id: string,
	undone: { readonly at: string; readonly by: string },
): Promise<void> {
	await tx
		.updateTable('scenario_rebase')
		.set({ undone_at: undone.at, undone_by: undone.by })
		.where('id', '=', id)
		.execute();
	await tx.deleteFrom('rebase_review').where('rebase_id', '=', id).execute();
}

/** Operations of a scenario that somebody wanted to look at again after a rebase. */
export async function listToReview(db: Reader, scenarioId: ScenarioId): Promise<readonly OperationId[]> {
	const rows = await db
		.selectFrom('rebase_review')
		.innerJoin('operation', 'operation.id', 'rebase_review.operation_id')
		.select('rebase_review.operation_id')
		.where('operation.scenario_id', '=', scenarioId)
		.orderBy('operation.position')
		.execute();
	return rows.map((row) => row.operation_id as OperationId);
}

/** The operation was looked at. */
export async function deleteReview(tx: Tx, id: OperationId): Promise<void> {
	await tx.deleteFrom('rebase_review').where('operation_id', '=', id).execute();
}

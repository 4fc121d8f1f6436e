import type { Operation } from '#lib/domain/scenario/index.ts';
import type { EmployeeId, OperationId, ScenarioId, VersionId } from '#lib/domain/shared/index.ts';
import type { Selectable } from 'kysely';
import type { Database, Reader, Tx } from '../db/index.ts';

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
	/** What went with the operations that were dropped. */
	readonly dropped: DroppedRows;
}

/** What hangs on operations and goes with them: training needs with their people, papers that were ticked as ready. */
export interface DroppedRows {
	readonly needs: readonly Selectable<Database['training_need']>[];
	readonly people: readonly Selectable<Database['training_need_person']>[];
	readonly papers: readonly Selectable<Database['operation_paper']>[];
}

const NOTHING_DROPPED: DroppedRows = { needs: [], people: [], papers: [] };

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
			dropped: row.dropped === null ? NOTHING_DROPPED : (JSON.parse(row.dropped) as DroppedRows),
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
			dropped: JSON.stringify(rebase.dropped),
		})
		.execute();
	for (const id of rebase.toReview)
		await tx
			.insertInto('rebase_review')
			.values({ operation_id: id, rebase_id: rebase.id })
			.onConflict((conflict) => conflict.column('operation_id').doUpdateSet({ rebase_id: rebase.id }))
			.execute();
}

/** What hangs on operations, as it stands. */
export async function readHanging(db: Reader, ids: readonly OperationId[]): Promise<DroppedRows> {
	if (ids.length === 0) return NOTHING_DROPPED;
	const needs = await db.selectFrom('training_need').selectAll().where('operation_id', 'in', ids).execute();
	const people =
		needs.length === 0
			? []
			: await db
					.selectFrom('training_need_person')
					.selectAll()
					.where(
						'need_id',
						'in',
						needs.map(({ id }) => id),
					)
					.execute();
	const papers = await db
		.selectFrom('operation_paper')
		.selectAll()
		.where('operation_id', 'in', ids)
		.execute();
	return { needs, people, papers };
}

/** Hangs everything back; needs that were found anew meanwhile, and people who are gone or erased, stay as they are. */
export async function hangBack(tx: Tx, { needs, people, papers }: DroppedRows): Promise<void> {
	const back = new Set<string>();
	for (const need of needs) {
		const result = await tx
			.insertInto('training_need')
			.values(need)
			.onConflict((conflict) => conflict.columns(['municipality_id', 'need_key']).doNothing())
			.executeTakeFirst();
		if (result.numInsertedOrUpdatedRows === 1n) back.add(need.id);
	}
	const employees = await tx.selectFrom('employee').select('id').where('erased_on', 'is', null).execute();
	const known = new Set(employees.map(({ id }) => id));
	for (const person of people)
		if (back.has(person.need_id) && known.has(person.employee_id))
			await tx.insertInto('training_need_person').values(person).execute();
	for (const paper of papers) await tx.insertInto('operation_paper').values(paper).execute();
}

/** Takes the level that a person was assessed at out of everything that a rebase keeps for its undoing. */
export async function forgetDroppedLevels(tx: Tx, id: EmployeeId): Promise<void> {
	const rows = await tx
		.selectFrom('scenario_rebase')
		.select(['id', 'dropped'])
		.where((eb) => eb(eb.fn('instr', ['dropped', eb.val(JSON.stringify(id))]), '>', 0))
		.execute();
	const levelless = <Row extends { readonly employee_id: string | null }>(row: Row) =>
		row.employee_id === id ? { ...row, assessed_level: null } : row;
	for (const row of rows) {
		if (row.dropped === null) continue;
		const { needs, people, papers } = JSON.parse(row.dropped) as DroppedRows;
		const dropped = { needs: needs.map(levelless), people: people.map(levelless), papers };
		await tx
			.updateTable('scenario_rebase')
			.set({ dropped: JSON.stringify(dropped) })
			.where('id', '=', row.id)
			.execute();
	}
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

import { PAPERS, type PaperCode } from '#lib/domain/scenario/index.ts';
import type { OperationId, ScenarioId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

/** A paper of an operation that is ready, with who said so and when. */
export interface PaperTick {
	readonly operationId: OperationId;
	readonly paper: PaperCode;
	readonly doneAt: string;
	readonly doneByName: string;
}

/** The ready papers of a scenario; a paper that is no longer known is left out. */
export async function listPaperTicks(db: Reader, scenarioId: ScenarioId): Promise<readonly PaperTick[]> {
	const rows = await db
		.selectFrom('operation_paper')
		.innerJoin('operation', 'operation.id', 'operation_paper.operation_id')
		.select(['operation_id', 'paper', 'done_at', 'done_by_name'])
		.where('operation.scenario_id', '=', scenarioId)
		.orderBy('operation_id')
		.orderBy('paper')
		.execute();
	return rows.flatMap((row) => {
		const paper = PAPERS.find((code) => code === row.paper);
		const operationId = row.operation_id as OperationId;
		return paper ? [{ operationId, paper, doneAt: row.done_at, doneByName: row.done_by_name }] : [];
	});
}

/** Marks a paper as ready; one that is ready already keeps its first mark. */
export async function insertPaperTick(tx: Tx, tick: PaperTick & { readonly doneBy: string }): Promise<void> {
	await tx
		.insertInto('operation_paper')
		.values({
			operation_id: tick.operationId,
			paper: tick.paper,
			done_at: tick.doneAt,
			done_by: tick.doneBy,
			done_by_name: tick.doneByName,
		})
		.onConflict((conflict) => conflict.columns(['operation_id', 'paper']).doNothing())
		.execute();
}

export async function deletePaperTick(tx: Tx, operationId: OperationId, paper: PaperCode): Promise<void> {
	await tx
		.deleteFrom('operation_paper')
		.where('operation_id', '=', operationId)
		.where('paper', '=', paper)
		.execute();
}

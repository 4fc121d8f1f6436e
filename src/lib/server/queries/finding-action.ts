import type { IsoDate, MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { ActionTable } from '../db/schema/analysis.ts';

/** A step of the action plan (план за действие) that carries out a recommendation. */
export interface PlanAction {
	readonly id: string;
	readonly recommendationId: string;
	readonly body: string;
	readonly responsible: string;
	readonly startsOn: IsoDate | null;
	readonly dueOn: IsoDate | null;
	/** Percent done, 0–100. */
	readonly progress: number;
	readonly proof: string | null;
	readonly revision: number;
}

export type PlanActionEdit = Omit<PlanAction, 'id' | 'recommendationId' | 'revision'>;

/** By deadline, those without one last. */
export async function listActions(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly PlanAction[]> {
	const rows = await db
		.selectFrom('action')
		.innerJoin('recommendation', 'recommendation.id', 'action.recommendation_id')
		.innerJoin('finding', 'finding.id', 'recommendation.finding_id')
		.selectAll('action')
		.where('finding.municipality_id', '=', municipalityId)
		.orderBy((eb) => eb('action.due_on', 'is', null))
		.orderBy('action.due_on')
		.orderBy('action.created_at')
		.orderBy('action.id')
		.execute();
	return rows.map(toAction);
}

/** The action, when it belongs to the municipality. */
export async function findAction(
	db: Reader,
	municipalityId: MunicipalityId,
	id: string,
): Promise<PlanAction | undefined> {
	return (await listActions(db, municipalityId)).find((action) => action.id === id);
}

export async function insertAction(
	tx: Tx,
	action: Omit<PlanAction, 'revision'> & { readonly createdAt: string; readonly createdBy: string },
): Promise<void> {
	await tx
		.insertInto('action')
		.values({
			id: action.id,
			recommendation_id: action.recommendationId,
			...fromEdit(action),
			created_at: action.createdAt,
			created_by: action.createdBy,
		})
		.execute();
}

/** False when somebody else changed it since that revision. */
export async function updateAction(
	tx: Tx,
	id: string,
	revision: number,
	edit: PlanActionEdit,
): Promise<boolean> {
	const result = await tx
		.updateTable('action')
		.set({ ...fromEdit(edit), revision: revision + 1 })
		.where('id', '=', id)
		.where('revision', '=', revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

function fromEdit(edit: PlanActionEdit) {
	return {
		body: edit.body,
		responsible: edit.responsible,
		starts_on: edit.startsOn,
		due_on: edit.dueOn,
		progress: edit.progress,
		proof: edit.proof,
	};
}

function toAction(row: Omit<ActionTable, 'revision' | 'progress'> & { revision: number; progress: number }) {
	return {
		id: row.id,
		recommendationId: row.recommendation_id,
		body: row.body,
		responsible: row.responsible,
		startsOn: row.starts_on as IsoDate | null,
		dueOn: row.due_on as IsoDate | null,
		progress: row.progress,
		proof: row.proof,
		revision: row.revision,
	};
}

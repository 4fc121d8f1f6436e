import type { IsoDate, MunicipalityId, ScenarioId, VersionId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { ScenarioTable } from '../db/schema/scenario.ts';

export type ScenarioStatus = ScenarioTable['status'];

/** A scenario without its operations. */
export interface ScenarioRecord {
	readonly id: ScenarioId;
	readonly municipalityId: MunicipalityId;
	readonly baseVersionId: VersionId;
	readonly name: string;
	readonly description: string;
	readonly status: ScenarioStatus;
	readonly effectiveOn: IsoDate;
	/** Grows with every change of the scenario or of its operations. */
	readonly revision: number;
	readonly createdAt: string;
}

export async function findScenario(db: Reader, id: ScenarioId): Promise<ScenarioRecord | undefined> {
	const row = await db.selectFrom('scenario').selectAll().where('id', '=', id).executeTakeFirst();
	return row && toScenario(row);
}

/** Newest first, with the number of operations in each. */
export async function listScenarios(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly (ScenarioRecord & { readonly operations: number })[]> {
	const rows = await db
		.selectFrom('scenario')
		.selectAll('scenario')
		.select((eb) =>
			eb
				.selectFrom('operation')
				.whereRef('operation.scenario_id', '=', 'scenario.id')
				.select((inner) => inner.fn.countAll<number>().as('count'))
				.as('operations'),
		)
		.where('municipality_id', '=', municipalityId)
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ ...toScenario(row), operations: Number(row.operations ?? 0) }));
}

export async function insertScenario(
	tx: Tx,
	scenario: Omit<ScenarioRecord, 'revision'> & { readonly createdBy: string },
): Promise<void> {
	await tx
		.insertInto('scenario')
		.values({
			id: scenario.id,
			municipality_id: scenario.municipalityId,
			base_version_id: scenario.baseVersionId,
			name: scenario.name,
			description: scenario.description,
			status: scenario.status,
			effective_on: scenario.effectiveOn,
			created_at: scenario.createdAt,
			created_by: scenario.createdBy,
		})
		.execute();
}

export interface ScenarioMark {
	readonly id: ScenarioId;
	/** The revision that the person saw. */
	readonly revision: number;
}

/** Marks a change of a draft; false when somebody changed it meanwhile or it is no draft any more. */
export async function touchScenario(
	tx: Tx,
	{ id, revision }: ScenarioMark,
	change: Partial<Pick<ScenarioRecord, 'name' | 'description' | 'effectiveOn' | 'baseVersionId'>> = {},
): Promise<boolean> {
	const result = await tx
		.updateTable('scenario')
		.set((eb) => ({
			revision: eb('revision', '+', 1),
			...(change.name !== undefined && { name: change.name }),
			...(change.description !== undefined && { description: change.description }),
			...(change.effectiveOn !== undefined && { effective_on: change.effectiveOn }),
			...(change.baseVersionId !== undefined && { base_version_id: change.baseVersionId }),
		}))
		.where('id', '=', id)
		.where('revision', '=', revision)
		.where('status', '=', 'draft')
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** Takes the scenario from one status to another; false when it is not in the first. */
export async function moveScenario(
	tx: Tx,
	id: ScenarioId,
	step: { readonly from: ScenarioStatus; readonly to: ScenarioStatus },
): Promise<boolean> {
	const result = await tx
		.updateTable('scenario')
		.set((eb) => ({ status: step.to, revision: eb('revision', '+', 1) }))
		.where('id', '=', id)
		.where('status', '=', step.from)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

function toScenario(row: Omit<ScenarioTable, 'revision'> & { revision: number }): ScenarioRecord {
	return {
		id: row.id as ScenarioId,
		municipalityId: row.municipality_id as MunicipalityId,
		baseVersionId: row.base_version_id as VersionId,
		name: row.name,
		description: row.description,
		status: row.status,
		effectiveOn: row.effective_on as IsoDate,
		revision: row.revision,
		createdAt: row.created_at,
	};
}

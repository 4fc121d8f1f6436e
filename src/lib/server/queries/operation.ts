import { decodeOperation, type FindingReference, type Operation } from '#lib/domain/scenario/index.ts';
import type {
	FindingId,
	IsoDate,
	MunicipalityId,
	OperationId,
	ScenarioId,
} from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { OperationTable } from '../db/schema/scenario.ts';

/** The operations of a scenario by position, each with the findings it follows from. */
export async function listOperations(db: Reader, scenarioId: ScenarioId): Promise<readonly Operation[]> {
	const rows = await db
		.selectFrom('operation')
		.selectAll()
		.where('scenario_id', '=', scenarioId)
		.orderBy('position')
		.execute();
	const links = await db
		.selectFrom('operation_finding')
		.innerJoin('operation', 'operation.id', 'operation_finding.operation_id')
		.select(['operation_finding.operation_id', 'operation_finding.finding_id'])
		.where('operation.scenario_id', '=', scenarioId)
		.orderBy('operation_finding.finding_id')
		.execute();
	const findings = Map.groupBy(links, (link) => link.operation_id);
	return rows.map((row) =>
		toOperation(
			row,
			(findings.get(row.id) ?? []).map((link) => link.finding_id as FindingId),
		),
	);
}

export async function insertOperation(
	tx: Tx,
	scenarioId: ScenarioId,
	operation: Operation,
	made: { readonly at: string; readonly by: string },
): Promise<void> {
	await tx
		.insertInto('operation')
		.values({
			id: operation.id,
			scenario_id: scenarioId,
			position: operation.position,
			...toColumns(operation),
			created_at: made.at,
			created_by: made.by,
		})
		.execute();
	await replaceFindings(tx, operation);
}

/** Contents, motive and findings of an operation; its place stays. */
export async function updateOperation(tx: Tx, operation: Operation): Promise<void> {
	await tx.updateTable('operation').set(toColumns(operation)).where('id', '=', operation.id).execute();
	await replaceFindings(tx, operation);
}

export async function deleteOperation(tx: Tx, id: OperationId): Promise<void> {
	await tx.deleteFrom('operation').where('id', '=', id).execute();
}

/** Writes the places of all operations of a scenario; two may never share a place, not even for a moment. */
export async function updatePositions(
	tx: Tx,
	scenarioId: ScenarioId,
	operations: readonly Pick<Operation, 'id' | 'position'>[],
): Promise<void> {
	await tx
		.updateTable('operation')
		.set((eb) => ({ position: eb('position', '+', 1_000_000) }))
		.where('scenario_id', '=', scenarioId)
		.execute();
	for (const { id, position } of operations)
		await tx.updateTable('operation').set({ position }).where('id', '=', id).execute();
}

export interface CitingOperation {
	readonly operationId: OperationId;
	readonly scenarioId: ScenarioId;
	readonly scenarioName: string;
	readonly kind: Operation['kind'];
	readonly position: number;
	readonly motive: string;
}

/** The operations that follow from a finding, the newest scenario first. */
export async function listCitingOperations(
	db: Reader,
	findingId: FindingId,
): Promise<readonly CitingOperation[]> {
	const rows = await db
		.selectFrom('operation_finding')
		.innerJoin('operation', 'operation.id', 'operation_finding.operation_id')
		.innerJoin('scenario', 'scenario.id', 'operation.scenario_id')
		.select(['operation.id', 'scenario_id', 'scenario.name', 'kind', 'position', 'motive'])
		.where('operation_finding.finding_id', '=', findingId)
		.orderBy('scenario.created_at', 'desc')
		.orderBy('scenario.id')
		.orderBy('position')
		.execute();
	return rows.map(({ id, scenario_id: scenarioId, name, kind, position, motive }) => ({
		operationId: id as OperationId,
		scenarioId: scenarioId as ScenarioId,
		scenarioName: name,
		...{ kind: kind as Operation['kind'], position, motive },
	}));
}

/** Findings of a municipality that an operation may name, by number. */
export async function listFindingReferences(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly FindingReference[]> {
	const rows = await db
		.selectFrom('finding')
		.select(['id', 'number', 'title'])
		.where('municipality_id', '=', municipalityId)
		.where('status', '<>', 'dismissed')
		.orderBy('number')
		.execute();
	return rows.map((row) => ({ id: row.id as FindingId, number: row.number, title: row.title }));
}

async function replaceFindings(tx: Tx, operation: Operation): Promise<void> {
	await tx.deleteFrom('operation_finding').where('operation_id', '=', operation.id).execute();
	for (const findingId of operation.findingIds)
		await tx
			.insertInto('operation_finding')
			.values({ operation_id: operation.id, finding_id: findingId })
			.execute();
}

function toColumns(operation: Operation) {
	return {
		kind: operation.kind,
		payload: JSON.stringify(operation.payload),
		motive: operation.motive,
		effective_on: operation.effectiveOn,
	};
}

/** A row that cannot be read is a broken store, not a refusal. */
function toOperation(row: OperationTable, findingIds: readonly FindingId[]): Operation {
	const body = decodeOperation(row.kind, JSON.parse(row.payload));
	if (!body.ok) throw new Error(`operation ${row.id}: ${JSON.stringify(body.error)}`);
	return {
		id: row.id as OperationId,
		position: row.position,
		motive: row.motive,
		findingIds,
		effectiveOn: row.effective_on as IsoDate | null,
		...body.value,
	};
}

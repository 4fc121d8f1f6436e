import type { Assessment, Employee } from '#lib/domain/training/index.ts';
import type {
	CompetencyKey,
	EmployeeId,
	IsoDate,
	MunicipalityId,
	PostKey,
} from '#lib/domain/shared/index.ts';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../db/index.ts';
import { isUniqueViolation } from '../db/constraint.ts';
import type { EmployeeTable } from '../db/schema/training.ts';

export interface EmployeeRecord extends Employee {
	readonly revision: number;
	/** The day on which the personal data was erased; such a record is only counted. */
	readonly erasedOn: IsoDate | null;
}

/** Everybody who serves or served in the municipality, by id. */
export async function listEmployees(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly Employee[]> {
	const rows = await db
		.selectFrom('employee')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.orderBy('id')
		.execute();
	return rows.map(toEmployee);
}

export async function findEmployee(
	db: Reader,
	municipalityId: MunicipalityId,
	id: EmployeeId,
): Promise<EmployeeRecord | undefined> {
	const row = await db
		.selectFrom('employee')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
	return row && { ...toEmployee(row), revision: row.revision, erasedOn: row.erased_on as IsoDate | null };
}

/** The records of the people who left, with the day on which they were erased. */
export async function listLeavers(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<ReadonlyMap<EmployeeId, { readonly revision: number; readonly erasedOn: IsoDate | null }>> {
	const rows = await db
		.selectFrom('employee')
		.select(['id', 'revision', 'erased_on'])
		.where('municipality_id', '=', municipalityId)
		.where('left_on', 'is not', null)
		.execute();
	return new Map(
		rows.map((row) => [
			row.id as EmployeeId,
			{ revision: row.revision, erasedOn: row.erased_on as IsoDate | null },
		]),
	);
}

/** False when somebody changed the record since that revision, and nothing was written. */
export async function updateEmployee(tx: Tx, employee: Omit<EmployeeRecord, 'erasedOn'>): Promise<boolean> {
	const result = await tx
		.updateTable('employee')
		.set({
			post_key: employee.postKey,
			name: employee.name,
			sex: employee.sex,
			occupancy: employee.occupancy,
			started_on: employee.startedOn,
			left_on: employee.leftOn,
			revision: employee.revision + 1,
		})
		.where('id', '=', employee.id)
		.where('revision', '=', employee.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

export async function insertEmployee(
	tx: Tx,
	municipalityId: MunicipalityId,
	employee: Employee,
): Promise<void> {
	await tx
		.insertInto('employee')
		.values({
			id: employee.id,
			municipality_id: municipalityId,
			post_key: employee.postKey,
			name: employee.name,
			sex: employee.sex,
			occupancy: employee.occupancy,
			started_on: employee.startedOn,
			left_on: employee.leftOn,
		})
		.execute();
}

/** All assessments of the people of a municipality, oldest first. */
export async function listAssessments(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly Assessment[]> {
	const rows = await db
		.selectFrom('assessment')
		.innerJoin('employee', 'employee.id', 'assessment.employee_id')
		.select([
			'assessment.employee_id',
			'assessment.competency_key',
			'assessment.level',
			'assessment.assessed_on',
			'assessment.source',
		])
		.where('employee.municipality_id', '=', municipalityId)
		.orderBy('assessment.assessed_on')
		.orderBy('assessment.id')
		.execute();
	return rows.map((row) => ({
		employeeId: row.employee_id as EmployeeId,
		competencyKey: row.competency_key as CompetencyKey,
		level: row.level as Assessment['level'],
		assessedOn: row.assessed_on as IsoDate,
		source: row.source,
	}));
}

/** False when the person already has an assessment of the competency on that day. */
export async function insertAssessment(tx: Tx, id: string, assessment: Assessment): Promise<boolean> {
	try {
		await tx
			.insertInto('assessment')
			.values({
				id,
				employee_id: assessment.employeeId,
				competency_key: assessment.competencyKey,
				level: assessment.level,
				assessed_on: assessment.assessedOn,
				source: assessment.source,
			})
			.execute();
		return true;
	} catch (error) {
		if (isUniqueViolation(error)) return false;
		throw error;
	}
}

type EmployeeRow = Selectable<EmployeeTable>;

function toEmployee(row: EmployeeRow): Employee {
	return {
		id: row.id as EmployeeId,
		postKey: row.post_key as PostKey,
		name: row.name,
		sex: row.sex,
		occupancy: row.occupancy,
		startedOn: row.started_on as IsoDate,
		leftOn: row.left_on as IsoDate | null,
	};
}

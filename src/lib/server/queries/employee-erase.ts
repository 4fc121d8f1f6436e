import type { EmployeeId, IsoDate, MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { forgetDroppedLevels } from './scenario-rebase.ts';
import { forgetInSurveys } from './survey-person.ts';

/** Stands in the place of a name that was erased. */
export const ERASED_NAME = '—';

/**
 * Takes away what is known of a person and leaves what the counts of past plans rest on: the post, the sex and which
 * trainings were attended. False when somebody changed the record since that revision.
 */
export async function eraseEmployee(
	tx: Tx,
	person: { readonly id: EmployeeId; readonly revision: number; readonly on: IsoDate },
): Promise<boolean> {
	const result = await tx
		.updateTable('employee')
		.set({ name: ERASED_NAME, erased_on: person.on, revision: person.revision + 1 })
		.where('id', '=', person.id)
		.where('revision', '=', person.revision)
		.executeTakeFirst();
	if (result.numUpdatedRows !== 1n) return false;
	for (const table of ['assessment', 'certificate', 'training_exemption', 'training_wish'] as const)
		await tx.deleteFrom(table).where('employee_id', '=', person.id).execute();
	await tx.deleteFrom('evaluation_link').where('employee_id', '=', person.id).execute();
	await tx
		.updateTable('evaluation')
		.set({ employee_id: null, note: null })
		.where('employee_id', '=', person.id)
		.execute();
	for (const table of ['training_need', 'training_need_person'] as const)
		await tx.updateTable(table).set({ assessed_level: null }).where('employee_id', '=', person.id).execute();
	await forgetDroppedLevels(tx, person.id);
	await forgetInSurveys(tx, person.id);
	await tx
		.updateTable('audit_entry')
		.set({ before: null, after: null, folded: '' })
		.where('entity', '=', 'employee')
		.where('entity_key', '=', person.id)
		.execute();
	return true;
}

/** The trainings that a person stands in, by year and title. */
export async function listTrainingsOf(
	db: Reader,
	employeeId: EmployeeId,
): Promise<readonly { readonly year: number; readonly title: string; readonly state: string }[]> {
	const rows = await db
		.selectFrom('plan_item_participant')
		.innerJoin('plan_item', 'plan_item.id', 'plan_item_participant.plan_item_id')
		.innerJoin('training_plan', 'training_plan.id', 'plan_item.plan_id')
		.innerJoin('course', 'course.key', 'plan_item.course_key')
		.select(['training_plan.year', 'course.title_bg', 'plan_item.status'])
		.where('plan_item_participant.employee_id', '=', employeeId)
		.orderBy('training_plan.year')
		.orderBy('course.title_bg')
		.orderBy('plan_item.id')
		.execute();
	return rows.map((row) => ({ year: row.year, title: row.title_bg, state: row.status }));
}

/** Who looked at the record of a person or changed it, oldest first. */
export async function listTracesOf(
	db: Reader,
	municipalityId: MunicipalityId,
	employeeId: EmployeeId,
): Promise<readonly { readonly at: string; readonly by: string; readonly action: string }[]> {
	const rows = await db
		.selectFrom('audit_entry')
		.select(['at', 'actor_name', 'action'])
		.where('municipality_id', '=', municipalityId)
		.where('entity', '=', 'employee')
		.where('entity_key', '=', employeeId)
		.orderBy('at')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ at: row.at, by: row.actor_name, action: row.action }));
}

/** The files that entered or changed the record of a person. */
export async function listImportsOf(
	db: Reader,
	employeeId: EmployeeId,
): Promise<readonly { readonly file: string; readonly at: string }[]> {
	return db
		.selectFrom('import_change')
		.innerJoin('import_run', 'import_run.id', 'import_change.import_run_id')
		.select(['import_run.file_name as file', 'import_run.created_at as at'])
		.where('entity', '=', 'employee')
		.where('entity_key', '=', employeeId)
		.orderBy('import_run.created_at')
		.orderBy('import_change.position')
		.execute();
}

import type { MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';

/** The people enrolled in lines of a plan, by line. */
export async function participantsOf(db: Reader, ids: readonly string[]) {
	if (ids.length === 0) return new Map<string, never>();
	const rows = await db
		.selectFrom('plan_item_participant')
		.select(['plan_item_id', 'employee_id'])
		.where('plan_item_id', 'in', ids)
		.orderBy('employee_id')
		.execute();
	return Map.groupBy(rows, (row) => row.plan_item_id);
}

/** Who was absent from a session of a line and took part in no other one of it. */
export async function absentOf(db: Reader, municipalityId: MunicipalityId) {
	const rows = await db
		.selectFrom('attendance')
		.innerJoin('training_session', 'training_session.id', 'attendance.training_session_id')
		.innerJoin('employee', 'employee.id', 'attendance.employee_id')
		.select(['training_session.plan_item_id', 'attendance.employee_id', 'attendance.state'])
		.where('employee.municipality_id', '=', municipalityId)
		.where('attendance.state', '!=', 'enrolled')
		.orderBy('attendance.employee_id')
		.execute();
	const attended = new Set(
		rows.filter((row) => row.state === 'attended').map((row) => `${row.plan_item_id} ${row.employee_id}`),
	);
	const missed = rows.filter((row) => !attended.has(`${row.plan_item_id} ${row.employee_id}`));
	return Map.groupBy(missed, (row) => row.plan_item_id);
}

/** The needs that lines of a plan meet, by line. */
export async function needsOf(db: Reader, ids: readonly string[]) {
	if (ids.length === 0) return new Map<string, never>();
	const rows = await db
		.selectFrom('plan_item_need')
		.innerJoin('training_need', 'training_need.id', 'plan_item_need.need_id')
		.select(['plan_item_need.plan_item_id', 'plan_item_need.need_id', 'training_need.need_key'])
		.where('plan_item_need.plan_item_id', 'in', ids)
		.orderBy('training_need.need_key')
		.execute();
	return Map.groupBy(rows, (row) => row.plan_item_id);
}

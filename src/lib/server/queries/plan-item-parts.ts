import type { EmployeeId, IsoDate, MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';

/** Who stands on a line of a plan, and what decides whether the seat is still theirs (`givesSeatBack`). */
interface ParticipantRow {
	readonly employeeId: EmployeeId;
	readonly leftOn: IsoDate | null;
	readonly isInSession: boolean;
}

/** The people enrolled in lines of a plan, by line. */
export async function participantsOf(
	db: Reader,
	ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ParticipantRow[]>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('plan_item_participant')
		.innerJoin('employee', 'employee.id', 'plan_item_participant.employee_id')
		.select(['plan_item_id', 'employee_id', 'employee.left_on'])
		.where('plan_item_id', 'in', ids)
		.orderBy('employee_id')
		.execute();
	const hasLeavers = rows.some((row) => row.left_on !== null);
	const inSession = hasLeavers ? await leaversInSessions(db) : new Set<string>();
	const people = rows.map((row) => ({
		itemId: row.plan_item_id,
		employeeId: row.employee_id as EmployeeId,
		leftOn: row.left_on as IsoDate | null,
		isInSession: inSession.has(`${row.plan_item_id} ${row.employee_id}`),
	}));
	return Map.groupBy(people, (person) => person.itemId);
}

/** Line and person of everybody who leaves only after a session began, or was marked in one. */
async function leaversInSessions(db: Reader): Promise<ReadonlySet<string>> {
	const rows = await keptEnrolments(db)
		.select(['of_session.plan_item_id', 'attendance.employee_id'])
		.where('employee.left_on', 'is not', null)
		.execute();
	return new Set(rows.map((row) => `${row.plan_item_id} ${row.employee_id}`));
}

/** Enrolments but those of people who leave by the day on which the session begins and were not marked in it. */
export function keptEnrolments(db: Reader) {
	return db
		.selectFrom('attendance')
		.innerJoin('employee', 'employee.id', 'attendance.employee_id')
		.innerJoin('training_session as of_session', 'of_session.id', 'attendance.training_session_id')
		.where((eb) =>
			eb.or([
				eb('employee.left_on', 'is', null),
				eb('employee.left_on', '>', eb.ref('of_session.starts_on')),
				eb('attendance.state', '!=', 'enrolled'),
				eb.exists(
					eb
						.selectFrom('attendance_day')
						.select('attendance_day.day')
						.whereRef('attendance_day.training_session_id', '=', 'attendance.training_session_id')
						.whereRef('attendance_day.employee_id', '=', 'attendance.employee_id'),
				),
			]),
		);
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

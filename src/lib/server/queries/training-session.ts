import type { AttendanceState, DayMark, Enrolment, TrainingSession } from '#lib/domain/training/index.ts';
import type { EmployeeId, IsoDate, MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { inParts } from './in-parts.ts';
import { keptEnrolments } from './plan-item-parts.ts';

export interface SessionRecord extends TrainingSession {
	readonly revision: number;
}

export interface EnrolmentRecord extends Enrolment {
	readonly state: AttendanceState;
}

export interface MarkRecord extends DayMark {
	readonly sessionId: string;
}

/** The sessions of all plans of a municipality, by first day. */
export async function listSessions(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly SessionRecord[]> {
	const rows = await db
		.selectFrom('training_session')
		.innerJoin('plan_item', 'plan_item.id', 'training_session.plan_item_id')
		.innerJoin('training_plan', 'training_plan.id', 'plan_item.plan_id')
		.selectAll('training_session')
		.where('training_plan.municipality_id', '=', municipalityId)
		.orderBy('training_session.starts_on')
		.orderBy('training_session.starts_at')
		.orderBy('training_session.id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		itemId: row.plan_item_id,
		startsOn: row.starts_on as IsoDate,
		endsOn: row.ends_on as IsoDate,
		startsAt: row.starts_at,
		endsAt: row.ends_at,
		isOnline: row.is_online === 1,
		place: row.place,
		trainer: row.trainer,
		places: row.places,
		groupName: row.group_name,
		state: row.status,
		revision: row.revision,
	}));
}

export async function insertSession(tx: Tx, session: TrainingSession): Promise<void> {
	await tx
		.insertInto('training_session')
		.values({ id: session.id, plan_item_id: session.itemId, ...toColumns(session) })
		.execute();
}

/** False when somebody changed the session since that revision, and nothing was written. */
export async function updateSession(tx: Tx, session: SessionRecord): Promise<boolean> {
	const result = await tx
		.updateTable('training_session')
		.set({ ...toColumns(session), revision: session.revision + 1 })
		.where('id', '=', session.id)
		.where('revision', '=', session.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

export async function deleteSession(
	tx: Tx,
	session: Pick<SessionRecord, 'id' | 'revision'>,
): Promise<boolean> {
	const result = await tx
		.deleteFrom('training_session')
		.where('id', '=', session.id)
		.where('revision', '=', session.revision)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

/** Everybody in line for a session of the municipality; whoever leaves before it begins is no more. */
export async function listEnrolments(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly EnrolmentRecord[]> {
	const rows = await keptEnrolments(db)
		.selectAll('attendance')
		.where('employee.municipality_id', '=', municipalityId)
		.orderBy('training_session_id')
		.orderBy('place_in_line')
		.orderBy('employee_id')
		.execute();
	return rows.map((row) => ({
		sessionId: row.training_session_id,
		employeeId: row.employee_id as EmployeeId,
		placeInLine: row.place_in_line,
		state: row.state,
	}));
}

export async function insertEnrolments(tx: Tx, lines: readonly Enrolment[]): Promise<void> {
	const rows = lines.map((line) => ({
		training_session_id: line.sessionId,
		employee_id: line.employeeId,
		state: 'enrolled' as const,
		place_in_line: line.placeInLine,
	}));
	for (const part of inParts(rows)) await tx.insertInto('attendance').values(part).execute();
}

export async function deleteEnrolment(
	tx: Tx,
	line: Pick<Enrolment, 'sessionId' | 'employeeId'>,
): Promise<void> {
	await tx
		.deleteFrom('attendance')
		.where('training_session_id', '=', line.sessionId)
		.where('employee_id', '=', line.employeeId)
		.execute();
}

export async function updateAttendanceState(
	tx: Tx,
	line: Pick<EnrolmentRecord, 'sessionId' | 'employeeId' | 'state'>,
): Promise<void> {
	await tx
		.updateTable('attendance')
		.set({ state: line.state })
		.where('training_session_id', '=', line.sessionId)
		.where('employee_id', '=', line.employeeId)
		.execute();
}

/** Who was marked present or absent, by session and day. */
export async function listMarks(db: Reader, municipalityId: MunicipalityId): Promise<readonly MarkRecord[]> {
	const rows = await db
		.selectFrom('attendance_day')
		.innerJoin('employee', 'employee.id', 'attendance_day.employee_id')
		.selectAll('attendance_day')
		.where('employee.municipality_id', '=', municipalityId)
		.orderBy('training_session_id')
		.orderBy('day')
		.orderBy('employee_id')
		.execute();
	return rows.map((row) => ({
		sessionId: row.training_session_id,
		employeeId: row.employee_id as EmployeeId,
		day: row.day as IsoDate,
		isPresent: row.is_present === 1,
	}));
}

/** Puts marks in the place of all that the session had. */
export async function replaceMarks(tx: Tx, sessionId: string, marks: readonly DayMark[]): Promise<void> {
	await tx.deleteFrom('attendance_day').where('training_session_id', '=', sessionId).execute();
	const rows = marks.map((mark) => ({
		training_session_id: sessionId,
		employee_id: mark.employeeId,
		day: mark.day,
		is_present: mark.isPresent ? 1 : 0,
	}));
	for (const part of inParts(rows)) await tx.insertInto('attendance_day').values(part).execute();
}

/**
 * Makes a person a participant of a line of the plan, on an open seat when there is one – also one that somebody who
 * left gave back –, on a new one otherwise.
 */
export async function joinPlanItem(
	tx: Tx,
	{ id: itemId, left = [] }: { readonly id: string; readonly left?: readonly EmployeeId[] },
	employeeId: EmployeeId,
): Promise<void> {
	if (left.length > 0)
		await tx
			.deleteFrom('plan_item_participant')
			.where('plan_item_id', '=', itemId)
			.where('employee_id', 'in', left)
			.execute();
	await tx
		.insertInto('plan_item_participant')
		.values({ plan_item_id: itemId, employee_id: employeeId })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const { count } = await tx
		.selectFrom('plan_item_participant')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('plan_item_id', '=', itemId)
		.executeTakeFirstOrThrow();
	await tx
		.updateTable('plan_item')
		.set({ seats: Number(count) })
		.where('id', '=', itemId)
		.where('seats', '<', Number(count))
		.execute();
}

export async function updateItemStatus(tx: Tx, itemId: string, status: 'planned' | 'held'): Promise<void> {
	await tx
		.updateTable('plan_item')
		.set((eb) => ({ status, revision: eb('revision', '+', 1) }))
		.where('id', '=', itemId)
		.where('status', '!=', status)
		.execute();
}

function toColumns(session: TrainingSession) {
	return {
		starts_on: session.startsOn,
		ends_on: session.endsOn,
		starts_at: session.startsAt,
		ends_at: session.endsAt,
		is_online: session.isOnline ? 1 : 0,
		place: session.place,
		trainer: session.trainer,
		places: session.places,
		group_name: session.groupName,
		status: session.state,
	};
}

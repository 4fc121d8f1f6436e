import type { SessionResponse } from '#lib/domain/training/index.ts';
import type { EmployeeId, IsoDate, MunicipalityId, UserId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

/** A kept evaluation of level 2 (test), 3 (manager) or 4 (indicator); level 1 is answered without a name. */
export interface EvaluationRecord {
	readonly id: string;
	readonly sessionId: string;
	readonly employeeId: EmployeeId | null;
	readonly level: 2 | 3 | 4;
	readonly before: number | null;
	readonly after: number | null;
	readonly maximum: number | null;
	readonly note: string;
	readonly indicator: string;
	readonly functionKey: string | null;
	readonly isLowerBetter: boolean;
}

export interface EvaluationLinkRecord {
	readonly id: string;
	readonly sessionId: string;
	readonly employeeId: EmployeeId;
	readonly endsOn: IsoDate;
	readonly isUsed: boolean;
}

/** All evaluations of the sessions of a municipality. */
export async function listEvaluations(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly EvaluationRecord[]> {
	const rows = await db
		.selectFrom('evaluation')
		.innerJoin('training_session', 'training_session.id', 'evaluation.training_session_id')
		.innerJoin('plan_item', 'plan_item.id', 'training_session.plan_item_id')
		.innerJoin('training_plan', 'training_plan.id', 'plan_item.plan_id')
		.selectAll('evaluation')
		.where('training_plan.municipality_id', '=', municipalityId)
		.orderBy('evaluation.recorded_at')
		.orderBy('evaluation.id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		sessionId: row.training_session_id,
		employeeId: row.employee_id as EmployeeId | null,
		level: row.level as EvaluationRecord['level'],
		before: row.score_before,
		after: row.score_after,
		maximum: row.score_maximum,
		note: row.note ?? '',
		indicator: row.indicator,
		functionKey: row.function_key,
		isLowerBetter: row.is_lower_better === 1,
	}));
}

/** Whether anything was said of a session, or of a session of a line: an answer, points, an indicator. */
export async function isEvaluated(
	db: Reader,
	of: { readonly sessionId: string } | { readonly itemId: string },
): Promise<boolean> {
	const sessions = db
		.selectFrom('training_session')
		.select('id')
		.where((eb) => ('sessionId' in of ? eb('id', '=', of.sessionId) : eb('plan_item_id', '=', of.itemId)));
	const said = [
		db.selectFrom('evaluation').select('id').where('training_session_id', 'in', sessions),
		db.selectFrom('session_response').select('id').where('training_session_id', 'in', sessions),
	];
	for (const query of said) if (await query.executeTakeFirst()) return true;
	return false;
}

/** Writes an evaluation in the place of the one that the person had of that session and level. */
export async function saveEvaluation(
	tx: Tx,
	one: EvaluationRecord,
	made: { readonly at: string; readonly by: UserId },
): Promise<void> {
	if (one.employeeId !== null)
		await tx
			.deleteFrom('evaluation')
			.where('training_session_id', '=', one.sessionId)
			.where('level', '=', one.level)
			.where('employee_id', '=', one.employeeId)
			.execute();
	await tx
		.insertInto('evaluation')
		.values({
			id: one.id,
			training_session_id: one.sessionId,
			employee_id: one.employeeId,
			level: one.level,
			score_before: one.before,
			score_after: one.after,
			score_maximum: one.maximum,
			note: one.note,
			indicator: one.indicator,
			function_key: one.functionKey,
			is_lower_better: one.isLowerBetter ? 1 : 0,
			recorded_at: made.at,
			recorded_by: made.by,
		})
		.execute();
}

export async function deleteEvaluation(tx: Tx, id: string): Promise<void> {
	await tx.deleteFrom('evaluation').where('id', '=', id).execute();
}

/** What the participants of a session said, in no order that could tell who. */
export async function listResponses(db: Reader, sessionId: string): Promise<readonly SessionResponse[]> {
	const rows = await db
		.selectFrom('session_response')
		.select(['content', 'trainer', 'organisation', 'usefulness', 'comment'])
		.where('training_session_id', '=', sessionId)
		.orderBy('id')
		.execute();
	return rows as readonly SessionResponse[];
}

export async function insertResponse(
	tx: Tx,
	of: { readonly id: string; readonly sessionId: string },
	response: SessionResponse,
): Promise<void> {
	await tx
		.insertInto('session_response')
		.values({ id: of.id, training_session_id: of.sessionId, ...response })
		.execute();
}

export async function listEvaluationLinks(
	db: Reader,
	sessionId: string,
): Promise<readonly EvaluationLinkRecord[]> {
	const rows = await db
		.selectFrom('evaluation_link')
		.selectAll()
		.where('training_session_id', '=', sessionId)
		.orderBy('employee_id')
		.execute();
	return rows.map(toLink);
}

export async function findEvaluationLink(
	db: Reader,
	tokenHash: string,
): Promise<EvaluationLinkRecord | undefined> {
	const row = await db
		.selectFrom('evaluation_link')
		.selectAll()
		.where('token_hash', '=', tokenHash)
		.executeTakeFirst();
	return row && toLink(row);
}

/** Puts a new link in the place of the one that the person had; the old one stops working. */
export async function replaceEvaluationLink(
	tx: Tx,
	link: Omit<EvaluationLinkRecord, 'isUsed'> & { readonly tokenHash: string },
): Promise<void> {
	await tx
		.deleteFrom('evaluation_link')
		.where('training_session_id', '=', link.sessionId)
		.where('employee_id', '=', link.employeeId)
		.execute();
	await tx
		.insertInto('evaluation_link')
		.values({
			id: link.id,
			training_session_id: link.sessionId,
			employee_id: link.employeeId,
			token_hash: link.tokenHash,
			ends_on: link.endsOn,
		})
		.execute();
}

/** False when the link was used already. */
export async function useEvaluationLink(tx: Tx, id: string): Promise<boolean> {
	const result = await tx
		.updateTable('evaluation_link')
		.set({ is_used: 1 })
		.where('id', '=', id)
		.where('is_used', '=', 0)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** What a participant is greeted with: the training and its days. */
export async function findSessionGreeting(db: Reader, sessionId: string) {
	const row = await db
		.selectFrom('training_session')
		.innerJoin('plan_item', 'plan_item.id', 'training_session.plan_item_id')
		.innerJoin('course', 'course.key', 'plan_item.course_key')
		.innerJoin('training_plan', 'training_plan.id', 'plan_item.plan_id')
		.innerJoin('municipality', 'municipality.id', 'training_plan.municipality_id')
		.select(['course.title_bg', 'course.title_en', 'municipality.name_bg', 'municipality.name_en'])
		.select(['training_session.starts_on', 'training_session.ends_on', 'training_session.status'])
		.where('training_session.id', '=', sessionId)
		.executeTakeFirst();
	return (
		row && {
			title: { bg: row.title_bg, en: row.title_en },
			municipality: { bg: row.name_bg, en: row.name_en },
			startsOn: row.starts_on as IsoDate,
			endsOn: row.ends_on as IsoDate,
			isCancelled: row.status === 'cancelled',
		}
	);
}

function toLink(row: {
	readonly id: string;
	readonly training_session_id: string;
	readonly employee_id: string;
	readonly ends_on: string;
	readonly is_used: number;
}): EvaluationLinkRecord {
	return {
		id: row.id,
		sessionId: row.training_session_id,
		employeeId: row.employee_id as EmployeeId,
		endsOn: row.ends_on as IsoDate,
		isUsed: row.is_used === 1,
	};
}

import { givesSeatBack, type PlanItem, type PlanState } from '#lib/domain/training/index.ts';
import {
	eurCents,
	type CompetencyKey,
	type CourseKey,
	type EmployeeId,
	type MunicipalityId,
	type UserId,
} from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { absentOf, needsOf, participantsOf } from './plan-item-parts.ts';

export interface PlanRecord {
	readonly id: string;
	readonly year: number;
	readonly state: PlanState;
	readonly revision: number;
}

export interface PlanItemRecord extends PlanItem {
	readonly planId: string;
	/** Year of the plan that the line stands in. */
	readonly year: number;
	readonly revision: number;
	readonly needIds: readonly string[];
}

export async function listPlans(db: Reader, municipalityId: MunicipalityId): Promise<readonly PlanRecord[]> {
	const rows = await db
		.selectFrom('training_plan')
		.select(['id', 'year', 'status', 'revision'])
		.where('municipality_id', '=', municipalityId)
		.orderBy('year', 'desc')
		.execute();
	return rows.map((row) => ({ id: row.id, year: row.year, state: row.status, revision: row.revision }));
}

export async function insertPlan(
	tx: Tx,
	plan: {
		readonly id: string;
		readonly municipalityId: MunicipalityId;
		readonly year: number;
		readonly at: string;
		readonly by: UserId;
	},
): Promise<void> {
	await tx
		.insertInto('training_plan')
		.values({
			id: plan.id,
			municipality_id: plan.municipalityId,
			year: plan.year,
			status: 'draft',
			created_at: plan.at,
			created_by: plan.by,
		})
		.execute();
}

/** False when somebody moved the plan since that revision. */
export async function updatePlanState(tx: Tx, plan: PlanRecord, state: PlanState): Promise<boolean> {
	const result = await tx
		.updateTable('training_plan')
		.set({ status: state, revision: plan.revision + 1 })
		.where('id', '=', plan.id)
		.where('revision', '=', plan.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** The lines of all plans of a municipality by year, quarter and course, each with its participants and needs. */
export async function listPlanItems(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly PlanItemRecord[]> {
	const rows = await db
		.selectFrom('plan_item')
		.innerJoin('training_plan', 'training_plan.id', 'plan_item.plan_id')
		.innerJoin('course', 'course.key', 'plan_item.course_key')
		.selectAll('plan_item')
		.select(['course.title_bg', 'course.title_en', 'course.competency_key', 'course.form'])
		.select(['course.provider_bg', 'course.provider_en', 'training_plan.year'])
		.where('training_plan.municipality_id', '=', municipalityId)
		.orderBy('training_plan.year')
		.orderBy('plan_item.quarter')
		.orderBy('course.sort')
		.orderBy('plan_item.sort')
		.orderBy('plan_item.id')
		.execute();
	const ids = rows.map((row) => row.id);
	const people = await participantsOf(db, ids);
	const needs = await needsOf(db, ids);
	const absent = await absentOf(db, municipalityId);
	return rows.map((row) => {
		const { participants, left } = seatsIn(row, people.get(row.id) ?? []);
		return {
			id: row.id,
			planId: row.plan_id,
			year: row.year,
			courseKey: row.course_key as CourseKey,
			title: { bg: row.title_bg, en: row.title_en },
			competencyKey: row.competency_key as CompetencyKey,
			form: row.form,
			kind: row.kind,
			groupName: row.group_name,
			groupNumber: row.group_number,
			needKeys: (needs.get(row.id) ?? []).map((entry) => entry.need_key),
			needIds: (needs.get(row.id) ?? []).map((entry) => entry.need_id),
			participants,
			left,
			absent: (absent.get(row.id) ?? []).map((entry) => entry.employee_id as EmployeeId),
			openSeats: Math.max(0, row.seats - participants.length),
			quarter: row.quarter as PlanItem['quarter'],
			hours: row.hours,
			provider: row.provider,
			courseProvider: { bg: row.provider_bg, en: row.provider_en },
			place: row.place,
			pricePerPerson: eurCents(row.price_cents),
			funding: row.funding,
			responsible: row.responsible,
			expectedResult: row.expected_result,
			evaluation: row.evaluation,
			state: row.status,
			revision: row.revision,
		};
	});
}

/** The people on a line by whether the seat is still theirs. */
function seatsIn(
	row: { readonly status: PlanItem['state']; readonly quarter: number; readonly year: number },
	people: readonly (Parameters<typeof givesSeatBack>[1] & { readonly employeeId: EmployeeId })[],
): { readonly participants: readonly EmployeeId[]; readonly left: readonly EmployeeId[] } {
	const line = { state: row.status, quarter: row.quarter as PlanItem['quarter'], year: row.year };
	const idsOf = (gives: boolean) =>
		people.filter((one) => givesSeatBack(line, one) === gives).map(({ employeeId }) => employeeId);
	return { participants: idsOf(false), left: idsOf(true) };
}

export async function insertPlanItem(
	tx: Tx,
	planId: string,
	item: PlanItem & { readonly needIds: readonly string[]; readonly sort: number },
): Promise<void> {
	await tx
		.insertInto('plan_item')
		.values({ id: item.id, plan_id: planId, sort: item.sort, ...toColumns(item) })
		.execute();
	await insertLinks(tx, item);
}

/** False when somebody changed the line since that revision, and nothing was written. */
export async function updatePlanItem(
	tx: Tx,
	item: Omit<PlanItemRecord, 'planId' | 'year'>,
): Promise<boolean> {
	const result = await tx
		.updateTable('plan_item')
		.set({ ...toColumns(item), revision: item.revision + 1 })
		.where('id', '=', item.id)
		.where('revision', '=', item.revision)
		.executeTakeFirst();
	if (result.numUpdatedRows !== 1n) return false;
	await tx.deleteFrom('plan_item_participant').where('plan_item_id', '=', item.id).execute();
	await tx.deleteFrom('plan_item_need').where('plan_item_id', '=', item.id).execute();
	await insertLinks(tx, item);
	return true;
}

export async function deletePlanItem(
	tx: Tx,
	item: Pick<PlanItemRecord, 'id' | 'revision'>,
): Promise<boolean> {
	const result = await tx
		.deleteFrom('plan_item')
		.where('id', '=', item.id)
		.where('revision', '=', item.revision)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

/** Participants of a line whose presence was marked in one of its sessions. */
export async function listMarkedParticipants(db: Reader, itemId: string): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom('attendance_day')
		.innerJoin('training_session', 'training_session.id', 'attendance_day.training_session_id')
		.select('attendance_day.employee_id')
		.where('training_session.plan_item_id', '=', itemId)
		.execute();
	return new Set(rows.map((row) => row.employee_id));
}

/** Takes whoever is no participant of a line any more out of its sessions. */
export async function withdrawOthers(
	tx: Tx,
	itemId: string,
	participants: readonly EmployeeId[],
): Promise<void> {
	const sessions = tx.selectFrom('training_session').select('id').where('plan_item_id', '=', itemId);
	await tx
		.deleteFrom('attendance')
		.where('training_session_id', 'in', sessions)
		.$if(participants.length > 0, (query) => query.where('employee_id', 'not in', [...participants]))
		.execute();
}

async function insertLinks(
	tx: Tx,
	item: Pick<PlanItemRecord, 'id' | 'participants' | 'needIds'>,
): Promise<void> {
	const people = item.participants.map((id) => ({ plan_item_id: item.id, employee_id: id }));
	if (people.length > 0) await tx.insertInto('plan_item_participant').values(people).execute();
	const needs = item.needIds.map((id) => ({ plan_item_id: item.id, need_id: id }));
	if (needs.length > 0) await tx.insertInto('plan_item_need').values(needs).execute();
}

function toColumns(item: PlanItem) {
	return {
		course_key: item.courseKey,
		kind: item.kind,
		group_name: item.groupName,
		group_number: item.groupNumber,
		quarter: item.quarter,
		hours: item.hours,
		provider: item.provider,
		place: item.place,
		seats: item.participants.length + item.openSeats,
		price_cents: item.pricePerPerson,
		funding: item.funding,
		responsible: item.responsible,
		expected_result: item.expectedResult,
		evaluation: item.evaluation,
		status: item.state,
	};
}

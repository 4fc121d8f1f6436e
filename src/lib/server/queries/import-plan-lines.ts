import type { ImportChange, PlanLine, PlanOfYear, PlanRegister } from '#lib/domain/imports/index.ts';
import { yearOf, type IsoDate, type MunicipalityId, type UserId } from '#lib/domain/shared/index.ts';
import { offeredCourses } from '#lib/domain/training/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { listCourses } from './course.ts';
import { insertPlan, listPlanItems, listPlans, type PlanItemRecord } from './training-plan.ts';

/** The plans of a municipality as a table of a plan is held against them. */
export async function readPlanRegister(
	db: Reader,
	municipalityId: MunicipalityId,
	today: IsoDate,
): Promise<PlanRegister> {
	const plans = await listPlans(db, municipalityId);
	const items = await listPlanItems(db, municipalityId);
	const thisYear = yearOf(today);
	const open = plans.find(({ state, year }) => state !== 'closed' && year >= thisYear);
	return {
		plans: plans.map(({ year, state }) => ({ year, state })),
		lines: items.map(toLine),
		people: new Map(items.map((item) => [item.id, item.participants.length])),
		courses: offeredCourses(await listCourses(db, municipalityId)),
		thisYear,
		nextYear: open?.year ?? thisYear + 1,
	};
}

/** The same for taking an import back. */
export async function listPlanState(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<{ readonly plans: readonly PlanOfYear[]; readonly lines: readonly PlanLine[] }> {
	const plans = await listPlans(db, municipalityId);
	const items = await listPlanItems(db, municipalityId);
	return { plans: plans.map(({ year, state }) => ({ year, state })), lines: items.map(toLine) };
}

/** „plan-item:id“ of lines with people, needs or sessions. */
export async function listHeldLines(db: Reader, municipalityId: MunicipalityId): Promise<readonly string[]> {
	const items = await listPlanItems(db, municipalityId);
	const sessions = await db
		.selectFrom('training_session')
		.innerJoin('plan_item', 'plan_item.id', 'training_session.plan_item_id')
		.innerJoin('training_plan', 'training_plan.id', 'plan_item.plan_id')
		.select('plan_item.id')
		.where('training_plan.municipality_id', '=', municipalityId)
		.execute();
	const held = items.filter(({ participants, needIds }) => participants.length + needIds.length > 0);
	return [...held, ...sessions].map(({ id }) => `plan-item:${id}`);
}

export interface PlanPlace {
	readonly municipalityId: MunicipalityId;
	readonly newId: () => string;
	readonly made: { readonly at: string; readonly by: UserId };
}

type Of<Entity extends ImportChange['entity']> = Extract<ImportChange, { readonly entity: Entity }>;

/** Begins the plan of a year, or takes back one that was only begun. */
export async function writePlanOfYear(
	tx: Tx,
	{ municipalityId, newId, made }: PlanPlace,
	{ before, after }: Of<'training-plan'>,
): Promise<void> {
	if (before === null && after !== null)
		return insertPlan(tx, { id: newId(), municipalityId, year: after.year, ...made });
	if (before !== null && after === null)
		await tx
			.deleteFrom('training_plan')
			.where('municipality_id', '=', municipalityId)
			.where('year', '=', before.year)
			.execute();
}

/** Makes, changes or takes back one line; its people, needs and sessions stay as they are. */
export async function writePlanLine(
	tx: Tx,
	{ municipalityId }: PlanPlace,
	{ key, after }: Of<'plan-item'>,
): Promise<void> {
	if (after === null) {
		await tx.deleteFrom('plan_item').where('id', '=', key).execute();
		return;
	}
	const columns = toColumns(after);
	const changed = await tx
		.updateTable('plan_item')
		.set((eb) => ({ ...columns, revision: eb('revision', '+', 1) }))
		.where('id', '=', key)
		.executeTakeFirst();
	if (changed.numUpdatedRows === 1n) return;
	const plan = await tx
		.selectFrom('training_plan')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('year', '=', after.year)
		.executeTakeFirstOrThrow();
	const { last } = await tx
		.selectFrom('plan_item')
		.select((eb) => eb.fn.max('sort').as('last'))
		.where('plan_id', '=', plan.id)
		.executeTakeFirstOrThrow();
	const sort = Number(last ?? -1) + 1;
	await tx
		.insertInto('plan_item')
		.values({ ...columns, id: key, plan_id: plan.id, sort })
		.execute();
}

function toLine(item: PlanItemRecord): PlanLine {
	const { id, year, courseKey, kind, groupName, groupNumber, quarter, hours, provider, place } = item;
	return {
		...{ id, year, courseKey, title: item.title.bg, kind, groupName, groupNumber, quarter, hours },
		seats: item.participants.length + item.openSeats,
		...{ pricePerPerson: item.pricePerPerson, provider, place, funding: item.funding },
		...{ responsible: item.responsible, expectedResult: item.expectedResult },
		...{ evaluation: item.evaluation, state: item.state },
	};
}

function toColumns(line: PlanLine) {
	return {
		...{ course_key: line.courseKey, kind: line.kind, group_name: line.groupName },
		...{ group_number: line.groupNumber, quarter: line.quarter, hours: line.hours, seats: line.seats },
		...{ price_cents: line.pricePerPerson, provider: line.provider, place: line.place },
		...{ funding: line.funding, responsible: line.responsible, expected_result: line.expectedResult },
		...{ evaluation: line.evaluation, status: line.state },
	};
}

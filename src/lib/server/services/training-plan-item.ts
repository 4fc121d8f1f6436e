import { eurCents, err, ok, type EmployeeId, type Result } from '#lib/domain/shared/index.ts';
import { localText } from '#lib/i18n/names.ts';
import type { PlanItem, SuggestedItem } from '#lib/domain/training/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { updateNeedState } from '../queries/training-need.ts';
import {
	deletePlanItem,
	insertPlanItem,
	listUnplannedNeeds,
	updatePlanItem,
	type PlanItemRecord,
} from '../queries/training-plan.ts';
import { auditPlan, openPlan, type OpenPlan, type PlanRefusal } from './training-plan.ts';

/** What a person may set on a line of the plan. */
export type PlanItemInput = Pick<
	PlanItem,
	| 'kind'
	| 'groupName'
	| 'quarter'
	| 'hours'
	| 'provider'
	| 'place'
	| 'openSeats'
	| 'funding'
	| 'responsible'
	| 'expectedResult'
	| 'evaluation'
	| 'state'
> & {
	readonly courseKey: string;
	readonly price: number;
	readonly participants: readonly string[];
	readonly needIds: readonly string[];
};

type Saved = Result<null, Refused | PlanRefusal>;

/** The key under which a suggestion is offered and taken. */
export function suggestionKey(item: SuggestedItem): string {
	return `${item.courseKey}.${item.group.number}`;
}

/**
 * Takes suggested groups into the plan, one or all (`null`); their needs become planned.
 * Errors: `training/no-longer-suggested` when the needs changed meanwhile.
 */
export async function addSuggested(ctx: Ctx, slug: string, year: number, key: string | null): Promise<Saved> {
	const opened = await openForChange(ctx, slug, year);
	if (!opened.ok) return opened;
	const plan = opened.value;
	const chosen = plan.suggestion.items.filter((item) => key === null || suggestionKey(item) === key);
	if (chosen.length === 0) return err({ code: 'training/no-longer-suggested' });
	const items = chosen.flatMap((item, at) => suggestedItem(ctx, plan, item, at));
	await ctx.db.transaction().execute(async (tx) => {
		for (const item of items) await insertPlanItem(tx, plan.plan.id, item);
		await updateNeedState(tx, unique(items.flatMap((item) => item.needIds)), { state: 'planned' });
		await auditPlan(ctx, tx, plan, {
			action: 'training-plan.add-suggested',
			before: null,
			after: items.map((item) => ({ id: item.id, course: item.courseKey, seats: item.participants.length })),
		});
	});
	return ok(null);
}

/** Adds a line to the plan. Errors: `training/no-such-course`, `training/no-participants`. */
export async function addPlanItem(
	ctx: Ctx,
	slug: string,
	year: number,
	input: PlanItemInput,
): Promise<Saved> {
	const opened = await openForChange(ctx, slug, year);
	if (!opened.ok) return opened;
	const plan = opened.value;
	const item = itemOf(plan, input, ctx.newId());
	if (!item.ok) return item;
	await ctx.db.transaction().execute(async (tx) => {
		await insertPlanItem(tx, plan.plan.id, { ...item.value, sort: plan.items.length });
		await settleNeeds(tx, { before: [], after: item.value });
		await auditPlan(ctx, tx, plan, { action: 'training-plan.add', before: null, after: item.value });
	});
	return ok(null);
}

/** Changes a line of the plan. Errors also `training/no-such-item`, `training/stale`. */
export async function editPlanItem(
	ctx: Ctx,
	slug: string,
	year: number,
	input: PlanItemInput & { readonly id: string; readonly revision: number },
): Promise<Saved> {
	const opened = await openForChange(ctx, slug, year);
	if (!opened.ok) return opened;
	const plan = opened.value;
	const before = plan.items.find((item) => item.id === input.id);
	if (!before) return err({ code: 'training/no-such-item' });
	const item = itemOf(plan, input, before.id);
	if (!item.ok) return item;
	const after = { ...item.value, revision: input.revision };
	return ctx.db.transaction().execute(async (tx) => {
		if (!(await updatePlanItem(tx, after))) return err({ code: 'training/stale' });
		await settleNeeds(tx, { before: before.needIds, after });
		await auditPlan(ctx, tx, plan, { action: 'training-plan.edit', before, after });
		return ok(null);
	});
}

/** Takes a line out of the plan; needs that nothing else meets are open again. */
export async function removePlanItem(
	ctx: Ctx,
	slug: string,
	year: number,
	given: { readonly id: string; readonly revision: number },
): Promise<Saved> {
	const opened = await openForChange(ctx, slug, year);
	if (!opened.ok) return opened;
	const before = opened.value.items.find((item) => item.id === given.id);
	if (!before) return err({ code: 'training/no-such-item' });
	return ctx.db.transaction().execute(async (tx) => {
		if (!(await deletePlanItem(tx, given))) return err({ code: 'training/stale' });
		await settleNeeds(tx, { before: before.needIds, after: null });
		await auditPlan(ctx, tx, opened.value, { action: 'training-plan.remove', before, after: null });
		return ok(null);
	});
}

type ChangeablePlan = OpenPlan & { readonly plan: NonNullable<OpenPlan['plan']> };

async function openForChange(
	ctx: Ctx,
	slug: string,
	year: number,
): Promise<Result<ChangeablePlan, Refused | PlanRefusal>> {
	const opened = await openPlan(ctx, slug, year, 'training.edit');
	if (!opened.ok) return opened;
	const { plan } = opened.value;
	if (!plan) return err({ code: 'training/no-plan', year });
	if (plan.state === 'closed') return err({ code: 'training/plan-closed' });
	return ok({ ...opened.value, plan });
}

/** Needs of a line are planned, or met once it was held; those that nothing meets any more are open. */
async function settleNeeds(
	tx: Tx,
	change: {
		readonly before: readonly string[];
		readonly after: Pick<PlanItemRecord, 'state' | 'needIds'> | null;
	},
): Promise<void> {
	const { before, after } = change;
	if (after !== null && after.state !== 'cancelled')
		await updateNeedState(tx, after.needIds, { state: after.state === 'held' ? 'done' : 'planned' });
	const touched = unique([...before, ...(after?.needIds ?? [])]);
	await updateNeedState(tx, await listUnplannedNeeds(tx, touched), { state: 'open' });
}

function itemOf(
	plan: OpenPlan,
	input: PlanItemInput,
	id: string,
): Result<Omit<PlanItemRecord, 'revision'>, PlanRefusal> {
	const course = plan.courses.find((item) => item.key === input.courseKey);
	if (!course) return err({ code: 'training/no-such-course' });
	const serving = new Set<string>(plan.employees.map((person) => person.id));
	const participants = unique(input.participants).filter((person) => serving.has(person)) as EmployeeId[];
	if (participants.length + input.openSeats === 0) return err({ code: 'training/no-participants' });
	const needs = plan.needs.filter((need) => input.needIds.includes(need.id));
	return ok({
		...input,
		id,
		courseKey: course.key,
		title: course.title,
		competencyKey: course.competencyKey,
		form: course.form,
		participants,
		needIds: needs.map((need) => need.id),
		needKeys: needs.map((need) => need.key),
		pricePerPerson: eurCents(Math.round(input.price * 100)),
	});
}

function suggestedItem(
	ctx: Ctx,
	plan: OpenPlan,
	item: SuggestedItem,
	at: number,
): readonly (PlanItem & { readonly needIds: readonly string[]; readonly sort: number })[] {
	const course = plan.courses.find((entry) => entry.key === item.courseKey);
	if (!course) return [];
	const needs = plan.needs.filter((need) => item.needKeys.includes(need.key));
	const isMandatory = needs.some((need) => need.competencyKey === null);
	return [
		{
			id: ctx.newId(),
			courseKey: course.key,
			title: course.title,
			competencyKey: course.competencyKey,
			form: course.form,
			kind: isMandatory ? 'mandatory' : 'professional',
			groupName: m.training_group_name({ number: item.group.number, of: item.group.of }),
			needKeys: item.needKeys,
			needIds: needs.map((need) => need.id),
			participants: item.employeeIds,
			openSeats: item.openSeats,
			quarter: item.quarter,
			hours: course.hours,
			provider: localText(course.provider),
			place: '',
			pricePerPerson: course.pricePerPerson,
			funding: 'local',
			responsible: '',
			expectedResult: '',
			evaluation: '',
			state: 'planned',
			sort: plan.items.length + at,
		},
	];
}

function unique(values: readonly string[]): string[] {
	return [...new Set(values)];
}

import { eurCents, err, ok, type EmployeeId, type Result } from '#lib/domain/shared/index.ts';
import { nextGroupNumber, type PlanItem } from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import {
	deletePlanItem,
	insertPlanItem,
	listMarkedParticipants,
	updatePlanItem,
	withdrawOthers,
	type PlanItemRecord,
} from '../queries/training-plan.ts';
import { isEvaluated } from '../queries/training-evaluation.ts';
import { settleNeeds } from './training-need-state.ts';
import { auditPlan, changePlan, type OpenPlan, type PlanRefusal } from './training-plan.ts';

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
	/** Why a line of an approved plan changes; kept in the trail. */
	readonly reason?: string | null;
};

type Saved = Result<null, Refused | PlanRefusal>;

/** Adds a line to the plan. Errors: `training/no-such-course`, `training/no-participants`. */
export async function addPlanItem(
	ctx: Ctx,
	slug: string,
	year: number,
	input: PlanItemInput,
): Promise<Saved> {
	return changeLines(ctx, { slug, year, reason: input.reason ?? null }, async (tx, open) => {
		const item = itemOf(open, input, { id: ctx.newId(), groupNumber: null });
		if (!item.ok) return item;
		await insertPlanItem(tx, open.plan.id, { ...item.value, sort: open.items.length });
		await auditPlan(
			ctx,
			tx,
			open,
			{ action: 'training-plan.add', before: null, after: item.value },
			input.reason,
		);
		return ok(null);
	});
}

/**
 * Changes a line of the plan; whoever is no participant any more leaves its sessions. Errors also
 * `training/no-such-item`, `training/stale`, `training/has-attendance` when presence of such a person was marked.
 */
export async function editPlanItem(
	ctx: Ctx,
	slug: string,
	year: number,
	input: PlanItemInput & { readonly id: string; readonly revision: number },
): Promise<Saved> {
	return changeLines(ctx, { slug, year, reason: input.reason ?? null }, async (tx, open) => {
		const before = open.items.find((item) => item.id === input.id);
		if (!before) return err({ code: 'training/no-such-item' });
		const isSameCourse = before.courseKey === input.courseKey;
		const item = itemOf(open, input, {
			id: before.id,
			groupNumber: isSameCourse ? before.groupNumber : null,
		});
		if (!item.ok) return item;
		const after = { ...item.value, revision: input.revision };
		const stays = new Set<string>(after.participants);
		const marked = await listMarkedParticipants(tx, before.id);
		if ([...marked].some((id) => !stays.has(id))) return err({ code: 'training/has-attendance' });
		if (!(await updatePlanItem(tx, after))) return err({ code: 'training/stale' });
		await withdrawOthers(tx, before.id, after.participants);
		await auditPlan(ctx, tx, open, { action: 'training-plan.edit', before, after }, input.reason);
		return ok(null);
	});
}

/**
 * Takes a line out of the plan with its sessions; needs that nothing else meets are open again. Errors also
 * `training/has-attendance`, `training/has-evaluation` when something was recorded of a session.
 */
export async function removePlanItem(
	ctx: Ctx,
	slug: string,
	year: number,
	given: { readonly id: string; readonly revision: number; readonly reason?: string | null },
): Promise<Saved> {
	return changeLines(ctx, { slug, year, reason: given.reason ?? null }, async (tx, open) => {
		const before = open.items.find((item) => item.id === given.id);
		if (!before) return err({ code: 'training/no-such-item' });
		const marked = await listMarkedParticipants(tx, before.id);
		if (marked.size > 0) return err({ code: 'training/has-attendance' });
		if (await isEvaluated(tx, { itemId: before.id })) return err({ code: 'training/has-evaluation' });
		if (!(await deletePlanItem(tx, given))) return err({ code: 'training/stale' });
		await auditPlan(ctx, tx, open, { action: 'training-plan.remove', before, after: null }, given.reason);
		return ok(null);
	});
}

export type ChangeablePlan = OpenPlan & { readonly plan: NonNullable<OpenPlan['plan']> };

/**
 * Changes lines of a plan that is not closed, and gives the needs the state that the lines then give to them. What an
 * approved plan says changes only with a reason (`training/reason-needed`); without the field `reason` it is a change
 * that carries an approved plan out, as a session does.
 */
export async function changeLines(
	ctx: Ctx,
	of: { readonly slug: string; readonly year: number; readonly reason?: string | null },
	change: (tx: Tx, open: ChangeablePlan) => Promise<Result<null, PlanRefusal>>,
): Promise<Saved> {
	return changePlan(ctx, of, async (tx, open) => {
		const { plan } = open;
		if (!plan) return err({ code: 'training/no-plan', year: of.year });
		if (plan.state === 'closed') return err({ code: 'training/plan-closed' });
		if (plan.state === 'approved' && of.reason === null) return err({ code: 'training/reason-needed' });
		const changed = await change(tx, { ...open, plan });
		if (changed.ok) await settleNeeds(ctx, tx, open.municipality.id);
		return changed;
	});
}

function itemOf(
	plan: OpenPlan,
	input: PlanItemInput,
	known: { readonly id: string; readonly groupNumber: number | null },
): Result<Omit<PlanItemRecord, 'revision' | 'planId' | 'year'>, PlanRefusal> {
	const course = plan.courses.find((item) => item.key === input.courseKey);
	if (!course) return err({ code: 'training/no-such-course' });
	const serving = new Set<string>(plan.employees.map((person) => person.id));
	const chosen = [...new Set(input.participants)];
	const participants = chosen.filter((person) => serving.has(person)) as EmployeeId[];
	if (participants.length + input.openSeats === 0) return err({ code: 'training/no-participants' });
	const needs = plan.needs.filter((need) => input.needIds.includes(need.id));
	const { reason: _reason, ...given } = input;
	return ok({
		...given,
		id: known.id,
		courseKey: course.key,
		title: course.title,
		competencyKey: course.competencyKey,
		form: course.form,
		courseProvider: course.provider,
		groupNumber: known.groupNumber ?? nextGroupNumber(plan.items, course.key),
		participants,
		needIds: needs.map((need) => need.id),
		needKeys: needs.map((need) => need.key),
		pricePerPerson: eurCents(Math.round(input.price * 100)),
	});
}

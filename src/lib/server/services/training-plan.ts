import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { suggestPlanItems, type PlanState, type PlanSuggestion } from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import {
	insertPlan,
	listPlanItems,
	listPlans,
	updatePlanState,
	type PlanItemRecord,
	type PlanRecord,
} from '../queries/training-plan.ts';
import { recordAudit } from './audit.ts';
import { openTraining, type OpenTraining } from './training.ts';
import { listKeptNeeds, type KeptNeed } from './training-need.ts';

export const PLAN_YEARS = { min: 2012, max: 2100 } as const;

export type PlanRefusal =
	| { readonly code: 'training/no-plan'; readonly year: number }
	| { readonly code: 'training/plan-exists'; readonly year: number }
	| { readonly code: 'training/plan-closed' }
	| { readonly code: 'training/stale' }
	| { readonly code: 'training/no-such-item' }
	| { readonly code: 'training/no-such-course' }
	| { readonly code: 'training/no-participants' }
	| { readonly code: 'training/no-longer-suggested' };

export interface OpenPlan extends OpenTraining {
	/** Undefined when nobody has begun the plan of the year. */
	readonly plan: PlanRecord | undefined;
	readonly plans: readonly PlanRecord[];
	readonly year: number;
	readonly items: readonly PlanItemRecord[];
	readonly needs: readonly KeptNeed[];
	/** Courses for the open needs that no line of the plan meets yet. */
	readonly suggestion: PlanSuggestion;
}

/** The plan of a year with its lines, the kept needs, and what the open needs suggest. */
export async function openPlan(
	ctx: Ctx,
	slug: string,
	year: number | null,
	action: 'training.read' | 'training.edit' | 'training.export' = 'training.read',
): Promise<Result<OpenPlan, Refused>> {
	const opened = await openTraining(ctx, { slug }, action);
	if (!opened.ok) return opened;
	const training = opened.value;
	const plans = await listPlans(ctx.db, training.municipality.id);
	const chosen = year ?? plans[0]?.year ?? Number(training.asOf.slice(0, 4)) + 1;
	const plan = plans.find((record) => record.year === chosen);
	const needs = await listKeptNeeds(ctx, training);
	const open = needs.filter((need) => need.state === 'open');
	return ok({
		...training,
		plan,
		plans,
		year: chosen,
		items: plan === undefined ? [] : await listPlanItems(ctx.db, plan.id),
		needs,
		suggestion: suggestPlanItems({ needs: open, courses: training.courses, year: chosen }),
	});
}

/** Begins the plan of a year. Error `training/plan-exists`. */
export async function createPlan(
	ctx: Ctx,
	slug: string,
	year: number,
): Promise<Result<null, Refused | PlanRefusal>> {
	const opened = await openPlan(ctx, slug, year, 'training.edit');
	if (!opened.ok) return opened;
	if (opened.value.plan) return err({ code: 'training/plan-exists', year });
	const { actor, municipality } = opened.value;
	await ctx.db.transaction().execute(async (tx) => {
		const made = { at: ctx.clock.now(), by: actor.userId };
		await insertPlan(tx, { id: ctx.newId(), municipalityId: municipality.id, year, ...made });
		await auditPlan(ctx, tx, opened.value, { action: 'training-plan.create', before: null, after: { year } });
	});
	return ok(null);
}

/** Approves or closes a plan, or takes it back to a draft. Errors `training/no-plan`, `training/stale`. */
export async function movePlan(
	ctx: Ctx,
	slug: string,
	change: { readonly year: number; readonly state: PlanState; readonly revision: number },
): Promise<Result<null, Refused | PlanRefusal>> {
	const opened = await openPlan(ctx, slug, change.year, 'training.edit');
	if (!opened.ok) return opened;
	const { plan } = opened.value;
	if (!plan) return err({ code: 'training/no-plan', year: change.year });
	return ctx.db.transaction().execute(async (tx) => {
		const seen = { ...plan, revision: change.revision };
		if (!(await updatePlanState(tx, seen, change.state))) return err({ code: 'training/stale' });
		await auditPlan(ctx, tx, opened.value, {
			action: 'training-plan.move',
			before: { state: plan.state },
			after: { state: change.state },
		});
		return ok(null);
	});
}

/** One line of the audit trail about a plan. */
export async function auditPlan(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality, year }: OpenPlan,
	entry: { readonly action: string; readonly before: unknown; readonly after: unknown },
): Promise<void> {
	await recordAudit(ctx, tx, {
		...entry,
		actor,
		municipalityId: municipality.id,
		entity: 'training-plan',
		entityKey: String(year),
		versionId: null,
	});
}

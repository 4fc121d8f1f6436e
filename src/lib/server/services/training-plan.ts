import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import {
	computeCoverage,
	offeredCourses,
	reasonMove,
	spreadOverYear,
	suggestPlanItems,
	uncoveredPart,
	type MoveReasonRefusal,
	type MoveReasons,
	type NeedCoverage,
	type PlanState,
	type PlanSuggestion,
} from '#lib/domain/training/index.ts';
import { within, type Ctx, type Refused } from '../context.ts';
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

/** The trail says under this name why a line was not held. */
export const NOT_HELD = 'training-plan.not-held';
export const PLAN_YEARS = { min: 2012, max: 2100 } as const;

export type PlanRefusal =
	| { readonly code: 'training/no-plan'; readonly year: number }
	| { readonly code: 'training/plan-exists'; readonly year: number }
	| { readonly code: 'training/plan-closed' }
	/** The plan is approved, and nobody said why it changes. */
	| { readonly code: 'training/reason-needed' }
	| MoveReasonRefusal
	| { readonly code: 'training/stale' }
	| { readonly code: 'training/no-such-item' }
	| { readonly code: 'training/no-such-course' }
	| { readonly code: 'training/no-participants' }
	/** Presence was marked: what was held is not undone by editing the plan. */
	| { readonly code: 'training/has-attendance' }
	/** A session was evaluated: what was said of it is not lost either. */
	| { readonly code: 'training/has-evaluation' }
	| { readonly code: 'training/no-longer-suggested' };

export interface OpenPlan extends OpenTraining {
	/** Undefined when nobody has begun the plan of the year. */
	readonly plan: PlanRecord | undefined;
	readonly plans: readonly PlanRecord[];
	readonly year: number;
	readonly items: readonly PlanItemRecord[];
	/** Lines of the plans of other years. */
	readonly otherLines: readonly PlanItemRecord[];
	readonly needs: readonly KeptNeed[];
	/** What the lines of all years hold of each need, by its key. */
	readonly coverage: ReadonlyMap<string, NeedCoverage>;
	/** Courses for the people and open places of the needs that stand on no line of any year. */
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
	const lines = await listPlanItems(ctx.db, training.municipality.id);
	const coverage = computeCoverage(needs, lines);
	const items = lines.filter((line) => line.planId === plan?.id);
	const open = needs
		.filter((need) => need.state === 'open' && !need.isLaidAside)
		.flatMap((need) => uncoveredPart(need, coverage.get(need.key)) ?? []);
	return ok({
		...training,
		plan,
		plans,
		year: chosen,
		items,
		otherLines: lines.filter((line) => line.planId !== plan?.id),
		needs,
		coverage,
		suggestion: suggest(training, { needs: open, items, year: chosen }),
	});
}

/** Groups for the open needs, spread over the quarters that are left. */
function suggest(
	{ courses: catalogue, asOf }: OpenTraining,
	plan: {
		readonly needs: readonly KeptNeed[];
		readonly items: readonly PlanItemRecord[];
		readonly year: number;
	},
): PlanSuggestion {
	const { needs, items: lines, year } = plan;
	const courses = offeredCourses(catalogue);
	const { items, uncovered } = suggestPlanItems({ needs, courses, year, lines });
	return { items: spreadOverYear({ items, courses, lines, year, from: asOf }), uncovered };
}

/** Begins the plan of a year. Error `training/plan-exists`. */
export async function createPlan(
	ctx: Ctx,
	slug: string,
	year: number,
): Promise<Result<null, Refused | PlanRefusal>> {
	return changePlan(ctx, { slug, year }, async (tx, open) => {
		if (open.plan) return err({ code: 'training/plan-exists', year });
		const made = { at: ctx.clock.now(), by: open.actor.userId };
		await insertPlan(tx, { id: ctx.newId(), municipalityId: open.municipality.id, year, ...made });
		await auditPlan(ctx, tx, open, { action: 'training-plan.create', before: null, after: { year } });
		return ok(null);
	});
}

/**
 * Approves or closes a plan, or takes it back; the reasons stay in the trail, one entry for every line that was not
 * held. Errors `training/no-plan`, `training/stale`, `training/reopen-reason-needed`, `training/not-held`.
 */
export async function movePlan(
	ctx: Ctx,
	slug: string,
	change: {
		readonly year: number;
		readonly state: PlanState;
		readonly revision: number;
	} & Partial<MoveReasons>,
): Promise<Result<null, Refused | PlanRefusal>> {
	const { year, state, revision, reason = null, reasons = new Map() } = change;
	return changePlan(ctx, { slug, year }, async (tx, open) => {
		const { plan, items } = open;
		if (!plan) return err({ code: 'training/no-plan', year });
		if (plan.revision !== revision) return err({ code: 'training/stale' });
		const told = reasonMove({ state: plan.state, items }, state, { reason, reasons });
		if (!told.ok) return told;
		if (!(await updatePlanState(tx, plan, state))) return err({ code: 'training/stale' });
		const moved = { action: 'training-plan.move', before: { state: plan.state }, after: { state } };
		await auditPlan(ctx, tx, open, moved, told.value.reason);
		for (const line of told.value.notHeld) await auditNotHeld(ctx, tx, open, line);
		return ok(null);
	});
}

/** Notes a line that was closed without having been held. */
function auditNotHeld(
	ctx: Ctx,
	tx: Tx,
	open: OpenPlan,
	{ item, reason }: { readonly item: PlanItemRecord; readonly reason: string },
): Promise<void> {
	const { id, title, groupName, groupNumber, state } = item;
	const line = { id, title, groupName, groupNumber, state };
	return auditPlan(ctx, tx, open, { action: NOT_HELD, before: line, after: line }, reason);
}

/** Reads the plan of a year inside the transaction that changes it, so that nothing changes in between. */
export async function changePlan(
	ctx: Ctx,
	of: { readonly slug: string; readonly year: number },
	change: (tx: Tx, open: OpenPlan) => Promise<Result<null, PlanRefusal>>,
): Promise<Result<null, Refused | PlanRefusal>> {
	return ctx.db.transaction().execute(async (tx) => {
		const opened = await openPlan(within(ctx, tx), of.slug, of.year, 'training.edit');
		return opened.ok ? change(tx, opened.value) : opened;
	});
}

/** One line of the audit trail about a plan; the reason stands with what became of it. */
export async function auditPlan(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality, year }: OpenPlan,
	entry: { readonly action: string; readonly before: unknown; readonly after: unknown },
	reason?: string | null,
): Promise<void> {
	const { after } = entry;
	const withReason = typeof after === 'object' ? { ...after, reason } : { after, reason };
	await recordAudit(ctx, tx, {
		...entry,
		...(reason ? { after: withReason } : {}),
		actor,
		municipalityId: municipality.id,
		entity: 'training-plan',
		entityKey: String(year),
		versionId: null,
	});
}

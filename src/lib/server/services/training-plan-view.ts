import { can } from '#lib/domain/access/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import {
	computePlanTotals,
	costOf,
	isSmallGroup,
	missedDeadline,
	seatsOf,
	type PlanItem,
	type PlanItemLine,
	type PlanSum,
	type PlanState,
	type Quarter,
	type SuggestedLine,
	type TrainingFunding,
	type NeedCauseKind,
	type UncoveredNeed,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { PlanItemRecord, PlanRecord } from '../queries/training-plan.ts';
import { competencyName } from './training-need.ts';
import { openPlan, type OpenPlan } from './training-plan.ts';
import { listPlanChanges, notHeldOf, type PlanChange } from './training-plan-changes.ts';
import { suggestionKey } from './training-suggestion.ts';
import { trainingWords } from './training-words.ts';

export interface PlanPage {
	readonly year: number;
	readonly plan: Pick<PlanRecord, 'state' | 'revision'> | null;
	readonly years: readonly { readonly year: number; readonly state: PlanState }[];
	readonly items: readonly PlanItemLine[];
	readonly totals: PlanSum;
	readonly byQuarter: readonly { readonly quarter: Quarter; readonly sum: PlanSum }[];
	readonly byFunding: readonly { readonly funding: TrainingFunding; readonly sum: PlanSum }[];
	readonly suggested: readonly SuggestedLine[];
	readonly uncovered: readonly {
		readonly code: UncoveredNeed['code'];
		readonly competency: LocalText | null;
		readonly level: UncoveredNeed['level'];
		readonly unit: LocalText;
		readonly cause: NeedCauseKind;
	}[];
	readonly openNeeds: number;
	/** Lines that come after the deadline of a need that they meet; only for whoever keeps plans. */
	readonly late: readonly (Pick<PlanItem, 'id' | 'title'> & { readonly deadline: IsoDate })[];
	/** Reasons given for changes of the approved plan, newest first; only for whoever keeps plans. */
	readonly changes: readonly PlanChange[];
	/** Whether the actor keeps plans at all. */
	readonly mayPlan: boolean;
	/** Whether the lines of this plan may change: a closed one does not. */
	readonly mayEdit: boolean;
	readonly mayExport: boolean;
}

/** The plan of a year with its totals and, for human resources, what the open needs suggest. */
export async function readPlanPage(
	ctx: Ctx,
	slug: string,
	year: number | null,
): Promise<Result<PlanPage, Refused>> {
	const opened = await openPlan(ctx, slug, year);
	if (!opened.ok) return opened;
	const plan = opened.value;
	const subject = { municipalityId: plan.municipality.id };
	const mayPlan = can(plan.actor, 'training.edit', subject);
	const mayEdit = mayPlan && plan.plan?.state !== 'closed';
	const totals = computePlanTotals(plan.items);
	const changes = mayPlan ? await listPlanChanges(ctx, plan) : [];
	const notHeld = plan.plan?.state === 'closed' ? notHeldOf(changes) : new Map<string, string>();
	return ok({
		year: plan.year,
		plan: plan.plan ? { state: plan.plan.state, revision: plan.plan.revision } : null,
		years: plan.plans.map(({ year: of, state }) => ({ year: of, state })),
		items: plan.items.map((item) => itemView(item, plan, notHeld)),
		totals: totals.all,
		byQuarter: [...totals.byQuarter].map(([quarter, sum]) => ({ quarter, sum })),
		byFunding: [...totals.byFunding].map(([funding, sum]) => ({ funding, sum })),
		suggested: mayEdit ? suggestions(plan) : [],
		uncovered: mayEdit ? await uncovered(ctx, plan) : [],
		openNeeds: plan.needs.filter((need) => need.state === 'open').length,
		late: mayPlan ? lateLines(plan) : [],
		changes,
		mayPlan,
		mayEdit,
		mayExport: plan.plan !== undefined && can(plan.actor, 'training.export', subject),
	});
}

function lateLines({ items, needs }: OpenPlan): PlanPage['late'] {
	return items
		.filter((item) => item.state === 'planned')
		.flatMap((item) => {
			const deadline = missedDeadline(
				item,
				needs.filter(({ id, state }) => state === 'planned' && item.needIds.includes(id)),
			);
			return deadline === null ? [] : [{ id: item.id, title: item.title, deadline }];
		});
}

function itemView(
	item: PlanItemRecord,
	{ lookup, employees, view }: OpenPlan,
	notHeld: ReadonlyMap<string, string>,
): PlanItemLine {
	const posts = new Map(employees.map((person) => [person.id, person.postKey]));
	const keys = item.participants.flatMap((id) => {
		const post = posts.get(id);
		return (post && lookup.postByKey.get(post)?.unitKey) ?? [];
	});
	const {
		participants,
		needIds,
		needKeys: _keys,
		absent: _absent,
		left = [],
		planId: _plan,
		year: _year,
		expectedResult: _result,
		evaluation: _how,
		...shown
	} = item;
	return {
		...shown,
		seats: seatsOf({ participants, openSeats: item.openSeats }),
		cost: costOf(item),
		freed: left.length,
		needs: needIds.length,
		notHeld: item.state === 'planned' ? (notHeld.get(item.id) ?? null) : null,
		units:
			view.kind !== 'everybody' && isSmallGroup(participants.length)
				? null
				: [...new Set(keys)].flatMap((key) => lookup.unitByKey.get(key)?.name ?? []),
	};
}

function suggestions(plan: OpenPlan): readonly SuggestedLine[] {
	return plan.suggestion.items.flatMap((item) => {
		const course = plan.courses.find((entry) => entry.key === item.courseKey);
		if (!course) return [];
		return [
			{
				key: suggestionKey(item),
				title: course.title,
				competency: competencyName(plan.competencies, item),
				group: item.group,
				seats: item.employeeIds.length + item.openSeats,
				places: course.places,
				quarter: item.quarter,
				missed: missedDeadline(
					{ year: plan.year, quarter: item.quarter },
					plan.needs.filter(({ key }) => item.needKeys.includes(key)),
				),
				price: course.pricePerPerson,
				total: item.total,
				needs: item.needKeys.length,
			},
		];
	});
}

async function uncovered(ctx: Ctx, plan: OpenPlan): Promise<PlanPage['uncovered']> {
	const words = await trainingWords(
		ctx,
		plan.municipality,
		plan.structure,
		plan.needs.map((need) => need.scenarioId),
	);
	return plan.suggestion.uncovered.flatMap(({ needKey, code, level, competencyKey }) => {
		const need = plan.needs.find((entry) => entry.key === needKey);
		if (!need) return [];
		const competency = competencyName(plan.competencies, { competencyKey });
		return [{ code, level, competency, unit: words.unit(need.unitKey), cause: need.cause.kind }];
	});
}

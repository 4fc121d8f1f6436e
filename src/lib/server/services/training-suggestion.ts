import { createHash } from 'node:crypto';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { seatsOf, type PlanItem, type SuggestedItem } from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { insertPlanItem } from '../queries/training-plan.ts';
import { auditPlan, type OpenPlan, type PlanRefusal } from './training-plan.ts';
import { changeLines } from './training-plan-item.ts';

/** The key under which a suggestion is offered and taken: what it holds, so that another group has another key. */
export function suggestionKey(item: SuggestedItem): string {
	const held = [item.courseKey, item.needKeys, item.employeeIds, item.openSeats];
	return createHash('sha256').update(JSON.stringify(held)).digest('hex').slice(0, 24);
}

/** Which suggestion is taken (null: all of them), who pays for it and who answers for it. */
export interface SuggestionTaken extends Pick<PlanItem, 'funding' | 'responsible'> {
	readonly key: string | null;
	/** Why an approved plan gets it. */
	readonly reason?: string | null;
}

/**
 * Takes suggested groups into the plan, one or all (`null`). A need is planned once all its people and open places
 * stand on lines. Errors: `training/no-longer-suggested` when what was offered is not offered any more.
 */
export async function addSuggested(
	ctx: Ctx,
	slug: string,
	year: number,
	taken: SuggestionTaken,
): Promise<Result<null, Refused | PlanRefusal>> {
	return changeLines(ctx, { slug, year, reason: taken.reason ?? null }, async (tx, open) => {
		const { key } = taken;
		const chosen = open.suggestion.items.filter((item) => key === null || suggestionKey(item) === key);
		const items = chosen.flatMap((item, at) => suggestedItem(ctx, open, { item, at, taken }));
		if (items.length === 0) return err({ code: 'training/no-longer-suggested' });
		for (const item of items) await insertPlanItem(tx, open.plan.id, item);
		await auditPlan(ctx, tx, open, {
			action: 'training-plan.add-suggested',
			before: null,
			after: {
				added: items.map((item) => ({ id: item.id, course: item.courseKey, seats: seatsOf(item) })),
				...(taken.reason ? { reason: taken.reason } : {}),
			},
		});
		return ok(null);
	});
}

function suggestedItem(
	ctx: Ctx,
	plan: OpenPlan,
	{ item, at, taken }: { readonly item: SuggestedItem; readonly at: number; readonly taken: SuggestionTaken },
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
			groupName: '',
			groupNumber: item.group.number,
			needKeys: item.needKeys,
			needIds: needs.map((need) => need.id),
			participants: item.employeeIds,
			openSeats: item.openSeats,
			quarter: item.quarter,
			hours: course.hours,
			provider: '',
			courseProvider: course.provider,
			place: '',
			pricePerPerson: course.pricePerPerson,
			funding: taken.funding,
			responsible: taken.responsible,
			expectedResult: '',
			evaluation: '',
			state: 'planned',
			sort: plan.items.length + at,
		},
	];
}

import type { LocalText } from '#lib/domain/org/index.ts';
import { err, ok, type EurCents, type Result } from '#lib/domain/shared/index.ts';
import { offeredCourses } from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { PlanItemRecord } from '../queries/training-plan.ts';
import { competencyName } from './training-need.ts';
import { openPlan, type PlanRefusal } from './training-plan.ts';
import { trainingWords } from './training-words.ts';

/** What the form of a line offers; persons by name, because only human resources edit the plan. */
export interface PlanItemPage {
	readonly year: number;
	readonly item: PlanItemRecord | null;
	/** An approved plan changes with a reason. */
	readonly isApproved: boolean;
	/** Who stood on the line and left; their seats stand on it without a name. */
	readonly left: readonly string[];
	readonly courses: readonly {
		readonly key: string;
		readonly title: LocalText;
		readonly provider: LocalText;
		readonly hours: number;
		readonly price: EurCents;
		readonly places: number;
	}[];
	readonly people: readonly { readonly id: string; readonly name: string; readonly post: LocalText }[];
	readonly needs: readonly {
		readonly id: string;
		readonly competency: LocalText | null;
		readonly unit: LocalText;
		readonly people: readonly string[];
	}[];
}

/** Errors: those of access, `training/no-plan`, `training/no-such-item`. */
export async function readPlanItemPage(
	ctx: Ctx,
	slug: string,
	year: number,
	id: string | null,
): Promise<Result<PlanItemPage, Refused | PlanRefusal>> {
	const opened = await openPlan(ctx, slug, year, 'training.edit');
	if (!opened.ok) return opened;
	const plan = opened.value;
	if (!plan.plan) return err({ code: 'training/no-plan', year });
	const item = id === null ? null : (plan.items.find((entry) => entry.id === id) ?? null);
	if (id !== null && item === null) return err({ code: 'training/no-such-item' });
	const words = await trainingWords(
		ctx,
		plan.municipality,
		plan.structure,
		plan.needs.map((need) => need.scenarioId),
	);
	return ok({
		year,
		item,
		isApproved: plan.plan.state === 'approved',
		left: (item?.left ?? []).map((id) => plan.employees.find((person) => person.id === id)?.name ?? id),
		courses: offeredCourses(plan.courses).map(({ key, title, provider, hours, pricePerPerson, places }) => ({
			...{ key, title, provider, hours, places },
			price: pricePerPerson,
		})),
		people: plan.employees
			.filter(
				({ id: personId, leftOn }) =>
					leftOn === null || leftOn > plan.asOf || item?.participants.includes(personId),
			)
			.map(({ id: personId, name, postKey }) => ({ id: personId, name, post: words.post(postKey) })),
		needs: plan.needs
			.filter((need) => need.state === 'open' || item?.needIds.includes(need.id))
			.map((need) => ({
				id: need.id,
				competency: competencyName(plan.competencies, need),
				unit: words.unit(need.unitKey),
				people: need.people.map((person) => person.employeeId),
			})),
	});
}

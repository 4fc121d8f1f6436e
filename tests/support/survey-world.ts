import { isoDate, share } from '#lib/domain/shared/index.ts';
import type { SurveyPlan } from '#lib/domain/workload/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { createCampaign } from '#lib/server/services/survey-campaign.ts';
import { openCampaign, type IssuedLink } from '#lib/server/services/survey-links.ts';

/** A survey that may be created on 21.11.2026, validated by the heads of the units. */
export function aSurveyPlan(change: Partial<SurveyPlan> = {}): SurveyPlan {
	return {
		name: { bg: 'Време по функции', en: 'Time by function' },
		periodFrom: isoDate('2026-01-01'),
		periodTo: isoDate('2026-12-31'),
		closesOn: isoDate('2026-12-05'),
		validator: 'unit-head',
		seenBy: 'validator',
		tolerance: share(0.02),
		...change,
	};
}

/** A draft about units of a municipality; gives where it is. */
export async function aDraft(
	ctx: Ctx,
	{ slug = 'elena', units = ['el-ut'], plan = aSurveyPlan() } = {},
): Promise<{ readonly slug: string; readonly id: string }> {
	const made = await createCampaign(ctx, { slug }, plan, units);
	if (!made.ok) throw new Error(made.error.code);
	return { slug, id: made.value };
}

/** The same, open, with the links that were made. */
export async function anOpenSurvey(
	ctx: Ctx,
	options: Parameters<typeof aDraft>[1] = {},
): Promise<{
	readonly at: { readonly slug: string; readonly id: string };
	readonly links: readonly IssuedLink[];
}> {
	const at = await aDraft(ctx, options);
	const links = await openCampaign(ctx, at);
	if (!links.ok) throw new Error(links.error.code);
	return { at, links: links.value };
}

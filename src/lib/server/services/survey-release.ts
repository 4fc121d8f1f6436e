import type { StructureLookup } from '#lib/domain/org/index.ts';
import { SMALLEST_GROUP } from '#lib/domain/training/index.ts';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import {
	cutCells,
	mayRelease,
	type SurveyCampaign,
	type SurveyCell,
	type SurveyedAllocation,
	type SurveyRelease,
} from '#lib/domain/workload/index.ts';
import type { SurveyContent } from './survey-content.ts';

/** What a campaign shows of one unit to whoever may not see its people. */
export interface UnitRelease {
	readonly unitKey: UnitKey;
	readonly release: SurveyRelease;
	/** Empty where the unit may not be shown. */
	readonly cells: ReadonlyMap<SurveyedAllocation, SurveyCell>;
}

export interface ReleasePlan {
	readonly campaign: Pick<SurveyCampaign, 'id'>;
	readonly content: SurveyContent;
	/** All that the campaign says, also of what the version has no more: a cell of the unit is not whole without it. */
	readonly allocations: readonly SurveyedAllocation[];
	readonly lookup: StructureLookup;
	/** What was shown before about the same days. */
	readonly earlier: readonly SurveyRelease[];
}

/** The units that the campaign asked, as their list was frozen, with the cells in which each may be shown. */
export function planReleases(plan: ReleasePlan): readonly UnitRelease[] {
	const { campaign, content, allocations } = plan;
	const unitOf = new Map(content.respondents.map(({ postKey, unitKey }) => [postKey, unitKey]));
	const shown = [...plan.earlier];
	return [...Map.groupBy(allocations, ({ postKey }) => unitOf.get(postKey))].flatMap(([unitKey, own]) => {
		if (unitKey === undefined) return [];
		const release = { campaignId: campaign.id, people: weightsOf(plan, own) };
		const name = `${campaign.id} ${unitKey}`;
		const cells = mayRelease(shown, release, SMALLEST_GROUP)
			? cutCells(own, { name, smallest: SMALLEST_GROUP })
			: null;
		if (cells) shown.push(release);
		return [{ unitKey, release, cells: (cells ?? new Map()) as UnitRelease['cells'] }];
	});
}

/** Everybody behind the answers by seat, with the full posts that one whole share of it counts for. */
function weightsOf(
	{ content, lookup }: ReleasePlan,
	own: readonly SurveyedAllocation[],
): SurveyRelease['people'] {
	const validated = content.respondents.filter(({ state }) => state === 'validated');
	const hours = new Map<string, number>();
	for (const { postKey, weeklyHours } of validated)
		hours.set(postKey, (hours.get(postKey) ?? 0) + weeklyHours);
	const loads = new Map(own.map(({ postKey, load }) => [postKey, load ?? 1]));
	const behind = new Set(own.flatMap(({ people }) => [...people]));
	return new Map(
		validated
			.filter(({ id }) => behind.has(id))
			.map(({ postKey, seat, weeklyHours }) => {
				const posts = (lookup.postByKey.get(postKey)?.occupied ?? 0) * (loads.get(postKey) ?? 1);
				return [`${postKey} ${seat}`, (posts * weeklyHours) / (hours.get(postKey) ?? weeklyHours)];
			}),
	);
}

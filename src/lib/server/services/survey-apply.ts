import { err, ok, type Result, type VersionId } from '#lib/domain/shared/index.ts';
import {
	applySurvey,
	countResponses,
	mayMove,
	type ResponseCounts,
	type SurveyCampaign,
	type SurveyedAllocation,
	type SurveyOutcome,
} from '#lib/domain/workload/index.ts';
import { transact, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import {
	copyAllocations,
	deleteSurveyedAllocations,
	insertAllocations,
	listAllocatedPosts,
	listUndecidedSurveys,
	listVersionsWith,
} from '../queries/allocation.ts';
import { listSurveyCampaigns } from '../queries/survey.ts';
import { insertRelease, listReleases } from '../queries/survey-release.ts';
import { findVersion } from '../queries/version.ts';
import { readContent, type SurveyContent } from './survey-content.ts';
import { move, type MoveRefusal } from './survey-links.ts';
import { unitsOf, type AppliedUnit } from './survey-apply-units.ts';
import { openSurvey, type OpenSurvey, type SurveyAddress } from './survey-open.ts';
import { planReleases, type ReleasePlan, type UnitRelease } from './survey-release.ts';

export interface ApplyPreview {
	readonly campaign: SurveyCampaign;
	readonly counts: ResponseCounts;
	readonly units: readonly AppliedUnit[];
	/** Pairs of post and function that would stand, or stand, as allocations. */
	readonly allocations: number;
	/** Functions that were asked about and are not in the version any more. */
	readonly gone: number;
	readonly mayApply: boolean;
	readonly mayTakeBack: boolean;
	/** It was applied before it was decided which sums everybody may see, and shows none until it is applied again. */
	readonly isUndecided: boolean;
}

/** What validated answers become when they are applied, and which units everybody will see: sums for whoever reads the answers. */
export async function previewApply(ctx: Ctx, address: SurveyAddress): Promise<Result<ApplyPreview, Refused>> {
	const opened = await openSurvey(ctx, address, 'survey.manage');
	if (!opened.ok) return opened;
	const open = opened.value;
	const content = await readContent(ctx, open);
	const outcome = outcomeOf(content);
	const { campaign } = open;
	const standing = inVersion(open, outcome.allocations);
	const planned = planReleases({
		...{ campaign, content, allocations: outcome.allocations, lookup: open.lookup },
		earlier: await listReleases(ctx.db, campaign),
	});
	const shared = new Set(planned.flatMap(({ unitKey, cells }) => (cells.size > 0 ? [unitKey] : [])));
	return ok({
		campaign,
		counts: countResponses(content.respondents),
		units: unitsOf(open, content, { ...outcome, allocations: standing, shared }),
		allocations: standing.length,
		gone: outcome.allocations.length - standing.length,
		mayApply: mayMove(campaign, 'apply') && standing.length > 0,
		mayTakeBack: mayMove(campaign, 'take-back'),
		isUndecided: (await listUndecidedSurveys(ctx.db, campaign.versionId)).some(
			({ id }) => id === campaign.id,
		),
	});
}

export type ApplyRefusal =
	| MoveRefusal
	/** Nobody's answers were validated. */
	| { readonly code: 'survey/nothing-validated' }
	/** Another version was made that carries the results. */
	| { readonly code: 'survey/carried-on'; readonly versions: readonly VersionId[] };

/** Makes the validated answers the measurement of the version; the posts that were asked lose an earlier survey. */
export function applyCampaign(ctx: Ctx, address: SurveyAddress): Promise<Result<number, ApplyRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<number, ApplyRefusal>> => {
		const opened = await openSurvey(inside, address, 'survey.manage');
		if (!opened.ok) return opened;
		const open = opened.value;
		const outcome = outcomeOf(await readContent({ db: tx }, open));
		const count = inVersion(open, outcome.allocations).length;
		if (count === 0 && mayMove(open.campaign, 'apply'))
			return err({ code: 'survey/nothing-validated' as const });
		const moved = await move(ctx, tx, open, 'apply', { appliedAt: ctx.clock.now() });
		if (!moved.ok) return moved;
		await rebuildAllocations(ctx, tx, open);
		return ok(count);
	});
}

/** Takes an application back; what stood before it stands again. Refused when another version carries it on. */
export function takeBackCampaign(ctx: Ctx, address: SurveyAddress): Promise<Result<null, ApplyRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<null, ApplyRefusal>> => {
		const opened = await openSurvey(inside, address, 'survey.manage');
		if (!opened.ok) return opened;
		const open = opened.value;
		const { id, versionId } = open.campaign;
		const versions = await listVersionsWith(tx, id, versionId);
		if (versions.length > 0) return err({ code: 'survey/carried-on' as const, versions });
		const moved = await move(ctx, tx, open, 'take-back', { appliedAt: null });
		if (!moved.ok) return moved;
		await rebuildAllocations(ctx, tx, open);
		return ok(null);
	});
}

/**
 * Works out the allocations of the version again: for each post those of the campaign that was applied last, and for
 * posts that no campaign of this version asked those of the version it was made from. So nothing has to be remembered
 * to take an application back.
 */
export async function rebuildAllocations(
	ctx: Pick<Ctx, 'newId' | 'clock'>,
	tx: Tx,
	open: Pick<OpenSurvey, 'municipality' | 'lookup' | 'campaign'>,
): Promise<void> {
	const { versionId } = open.campaign;
	await deleteSurveyedAllocations(tx, versionId);
	const applied = (await listSurveyCampaigns(tx, open.municipality.id))
		.filter((one) => one.versionId === versionId && one.appliedAt !== null)
		.sort((a, b) => ((a.appliedAt ?? '') < (b.appliedAt ?? '') ? 1 : -1));
	for (const campaign of applied) {
		const content = await readContent({ db: tx }, { campaign });
		const { allocations } = outcomeOf(content);
		const cells = await release(ctx, tx, { campaign, content, allocations, lookup: open.lookup });
		const taken = await listAllocatedPosts(tx, versionId);
		const rows = inVersion(open, allocations)
			.filter(({ postKey }) => !taken.has(postKey))
			.map((one) => ({
				...{ ...one, id: ctx.newId(), cell: cells.get(one) ?? null },
				occupied: open.lookup.postByKey.get(one.postKey)?.occupied ?? null,
			}));
		await insertAllocations(tx, { versionId, campaignId: campaign.id, source: campaign.name.bg }, rows);
	}
	const version = await findVersion(tx, versionId);
	if (version?.basedOnId)
		await copyAllocations(tx, { from: version.basedOnId, to: versionId }, () => ctx.newId());
}

/** Decides what of a campaign everybody may see, and keeps whose answers that are. */
async function release(
	ctx: Pick<Ctx, 'newId' | 'clock'>,
	tx: Tx,
	plan: Omit<ReleasePlan, 'earlier'> & { readonly campaign: SurveyCampaign },
): Promise<UnitRelease['cells']> {
	const planned = planReleases({ ...plan, earlier: await listReleases(tx, plan.campaign) });
	const shown = planned.filter(({ cells }) => cells.size > 0);
	const madeAt = ctx.clock.now();
	for (const { unitKey, release } of shown)
		await insertRelease(tx, { ...release, unitKey, id: ctx.newId(), madeAt });
	return new Map(shown.flatMap(({ cells }) => [...cells]));
}

function outcomeOf({ respondents, items, validated, fullWeek }: SurveyContent): SurveyOutcome {
	return applySurvey({ respondents, items, answers: validated, fullWeek });
}

/** A working version may have lost a post or a function since the survey began. */
function inVersion(
	{ lookup }: Pick<OpenSurvey, 'lookup'>,
	allocations: readonly SurveyedAllocation[],
): readonly SurveyedAllocation[] {
	return allocations.filter(
		({ postKey, functionKey }) => lookup.postByKey.has(postKey) && lookup.functionByKey.has(functionKey),
	);
}

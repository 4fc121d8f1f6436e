import { parameterNumber } from '#lib/domain/legal/index.ts';
import type { LocalText, StructureLookup } from '#lib/domain/org/index.ts';
import { lookUp } from '#lib/domain/org/index.ts';
import { depthFirst, err, ok, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	checkSurveyPlan,
	countResponses,
	freezeItems,
	seatsOfPost,
	type ResponseCounts,
	type SurveyCampaign,
	type SurveyCampaignId,
	type SurveyPlan,
	type SurveyPlanIssue,
	type SurveyRespondentId,
	type SurveySeatPlan,
} from '#lib/domain/workload/index.ts';
import { transact, type Ctx, type Refused } from '../context.ts';
import { listEmployees } from '../queries/employee.ts';
import { listParameters } from '../queries/legal.ts';
import {
	deleteRespondent,
	deleteSurveyDraft,
	findRespondent,
	insertRespondents,
	insertSurveyCampaign,
	listRespondents,
	listSurveyCampaigns,
	updateSurveyCampaign,
} from '../queries/survey.ts';
import { listHeadedUnits } from '../queries/survey-respondent.ts';
import { auditSurvey, openSurvey, ownUnit, type SurveyAddress } from './survey-open.ts';
import { openMunicipality, openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

export interface CampaignLine {
	readonly campaign: SurveyCampaign;
	/** Of the own unit for a unit head. */
	readonly counts: ResponseCounts;
}

/** The campaigns of a municipality, newest first. */
export async function listCampaigns(
	ctx: Ctx,
	slug: string,
): Promise<Result<{ readonly campaigns: readonly CampaignLine[]; readonly mayManage: boolean }, Refused>> {
	const opened = await openMunicipality(ctx, slug, 'survey.read');
	if (!opened.ok) return opened;
	const { municipality, actor } = opened.value;
	const own = ownUnit(actor, municipality);
	const mayManage = (await openMunicipality(ctx, slug, 'survey.manage')).ok;
	const campaigns = (await listSurveyCampaigns(ctx.db, municipality.id)).filter(
		({ state }) => mayManage || state !== 'draft',
	);
	const lines = [];
	for (const campaign of campaigns) {
		const respondents = await listRespondents(ctx.db, campaign.id);
		const seen = respondents.filter(({ unitKey }) => own === null || unitKey === own);
		lines.push({ campaign, counts: countResponses(seen) });
	}
	return ok({ campaigns: lines, mayManage });
}

/** A unit that may be asked, at its depth in the tree. */
export interface AskableUnit {
	readonly key: UnitKey;
	readonly name: LocalText;
	readonly depth: number;
	/** Occupied seats, and functions that would stand in its list. */
	readonly seats: number;
	readonly items: number;
	/** Suggested at first: it has people and work, and is part of the administration. */
	readonly isSuggested: boolean;
	/** Whether an account heads it, so that its head could validate. */
	readonly hasHead: boolean;
}

/** The units of the version in force as a tree, for choosing whom to ask. */
export async function listAskableUnits(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<Result<readonly AskableUnit[], Refused>> {
	const opened = await openStructure(ctx, address, 'survey.manage');
	if (!opened.ok) return opened;
	const { structure } = opened.value;
	const lookup = lookUp(structure);
	const items = Map.groupBy(
		freezeItems(lookup, new Set(structure.units.map(({ key }) => key))),
		({ unitKey }) => unitKey,
	);
	const seats = Map.groupBy(await planSeats(ctx, opened.value, lookup), ({ unitKey }) => unitKey);
	const headed = await listHeadedUnits(ctx.db, opened.value.municipality.id);
	return ok(
		depthFirst(structure.units).map(({ item: unit, depth }) => {
			const counts = { seats: seats.get(unit.key)?.length ?? 0, items: items.get(unit.key)?.length ?? 0 };
			const isSuggested = unit.part !== 'outside' && counts.seats > 0 && counts.items > 0;
			const hasHead = headed.has(unit.key);
			return { key: unit.key, name: unit.name, depth, ...counts, isSuggested, hasHead };
		}),
	);
}

export type CreateRefusal =
	| Refused
	| { readonly code: 'survey/plan'; readonly issues: readonly SurveyPlanIssue[] }
	/** Nobody sits in the chosen units. */
	| { readonly code: 'survey/nobody' };

/** Makes a draft over the version of the address: the occupied seats of the chosen units, each to be asked once. */
export function createCampaign(
	ctx: Ctx,
	address: WorkspaceAddress,
	plan: SurveyPlan,
	chosen: readonly string[],
): Promise<Result<SurveyCampaignId, CreateRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<SurveyCampaignId, CreateRefusal>> => {
		const opened = await openStructure(inside, address, 'survey.manage');
		if (!opened.ok) return opened;
		const { actor, municipality, version, structure } = opened.value;
		const issues = checkSurveyPlan(plan, ctx.clock.today());
		if (issues.length > 0) return err({ code: 'survey/plan', issues });
		const units = new Set(chosen);
		const planned = await planSeats(inside, opened.value, lookUp(structure));
		const seats = planned.filter(({ unitKey }) => units.has(unitKey));
		if (seats.length === 0) return err({ code: 'survey/nobody' });
		const campaign: SurveyCampaign = {
			...plan,
			id: ctx.newId() as SurveyCampaignId,
			municipalityId: municipality.id,
			versionId: version.id,
			state: 'draft',
			revision: 1,
			createdAt: ctx.clock.now(),
			...{ openedAt: null, closedAt: null, appliedAt: null },
		};
		await insertSurveyCampaign(tx, { ...campaign, createdBy: actor.userId });
		const rows = seats.map((seat) => ({ ...seat, id: ctx.newId() as SurveyRespondentId }));
		await insertRespondents(tx, campaign.id, rows);
		const after = { plan, units: [...new Set(seats.map(({ unitKey }) => unitKey))], seats: seats.length };
		await auditSurvey(
			ctx,
			tx,
			{ actor, municipality, campaign },
			{ action: 'survey.create', before: null, after },
		);
		return ok(campaign.id);
	});
}

/** The occupied seats of a structure with the people whom human resources linked to them. */
async function planSeats(
	ctx: Ctx,
	{ municipality, structure }: OpenStructure,
	lookup: StructureLookup,
): Promise<readonly SurveySeatPlan[]> {
	const asOf = ctx.clock.today();
	const query = { key: 'time.hours-per-day', asOf, municipality: municipality.id };
	const hoursPerDay = parameterNumber(await listParameters(ctx.db), query);
	if (hoursPerDay === undefined) throw new Error('no parameter time.hours-per-day is in force');
	const inService = (await listEmployees(ctx.db, municipality.id)).filter(
		({ leftOn, startedOn }) => startedOn <= asOf && (leftOn === null || leftOn > asOf),
	);
	const holders = Map.groupBy(inService, ({ postKey }) => postKey);
	return structure.units
		.flatMap((unit) => lookup.postsByUnit.get(unit.key) ?? [])
		.flatMap((post) => seatsOfPost(post, holders.get(post.key) ?? [], hoursPerDay));
}

export type DraftRefusal = Refused | { readonly code: 'survey/not-draft' };

/** Takes one seat, or a whole unit, out of a draft. */
export function leaveOut(
	ctx: Ctx,
	address: SurveyAddress,
	what: { readonly respondent: string } | { readonly unit: string },
): Promise<Result<null, DraftRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<null, DraftRefusal>> => {
		const opened = await openSurvey(inside, address, 'survey.manage');
		if (!opened.ok) return opened;
		const { campaign } = opened.value;
		if (campaign.state !== 'draft') return err({ code: 'survey/not-draft' as const });
		const one =
			'respondent' in what && (await findRespondent(tx, { campaignId: campaign.id, id: what.respondent }));
		const out = one
			? [one]
			: (await listRespondents(tx, campaign.id)).filter(
					({ unitKey }) => 'unit' in what && unitKey === what.unit,
				);
		for (const { id } of out) await deleteRespondent(tx, id);
		const before = out.map(({ unitKey, postKey, seat }) => ({ unitKey, postKey, seat }));
		await auditSurvey(ctx, tx, opened.value, { action: 'survey.leave-out', before, after: null });
		return ok(null);
	});
}

/** Throws a draft away. */
export function discardCampaign(ctx: Ctx, address: SurveyAddress): Promise<Result<null, DraftRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<null, DraftRefusal>> => {
		const opened = await openSurvey(inside, address, 'survey.manage');
		if (!opened.ok) return opened;
		const { campaign } = opened.value;
		if (!(await deleteSurveyDraft(tx, campaign.id))) return err({ code: 'survey/not-draft' as const });
		await auditSurvey(ctx, tx, opened.value, { action: 'survey.discard', before: campaign, after: null });
		return ok(null);
	});
}

export type ValidatorRefusal = Refused | { readonly code: 'survey/has-begun' };

/** Lets the consultant validate, while nobody has answered under the promise that another would. */
export function validateByConsultant(
	ctx: Ctx,
	address: SurveyAddress,
): Promise<Result<null, ValidatorRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<null, ValidatorRefusal>> => {
		const opened = await openSurvey(inside, address, 'survey.manage');
		if (!opened.ok) return opened;
		const { campaign } = opened.value;
		const hasBegun = (await listRespondents(tx, campaign.id)).some(({ state }) => state !== 'not-started');
		const after = { validator: 'consultant' } as const;
		if (hasBegun || !(await updateSurveyCampaign(tx, campaign, after)))
			return err({ code: 'survey/has-begun' as const });
		const before = { validator: campaign.validator };
		await auditSurvey(ctx, tx, opened.value, { action: 'survey.validator', before, after });
		return ok(null);
	});
}

import type { FindingId, Result } from '#lib/domain/shared/index.ts';
import { err, ok } from '#lib/domain/shared/index.ts';
import { comparePriority } from '#lib/domain/overlap/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import {
	findRecommendation,
	insertRecommendation,
	listMunicipalRecommendations,
	updateRecommendation,
	type Recommendation,
	type RecommendationEdit,
} from '../queries/finding-recommendation.ts';
import {
	findAction,
	insertAction,
	listActions,
	updateAction,
	type PlanAction,
	type PlanActionEdit,
} from '../queries/finding-action.ts';
import { recordAudit } from './audit.ts';
import { openFinding } from './finding.ts';
import { openMunicipality } from './workspace.ts';

export type PlanRefusal =
	| Refused
	| { readonly code: 'finding/stale' }
	| { readonly code: 'finding/no-reason' }
	| { readonly code: 'finding/dates-reversed' };

/** Adds a recommendation to a finding. */
export async function addRecommendation(
	ctx: Ctx,
	slug: string,
	given: { readonly findingId: FindingId; readonly edit: RecommendationEdit },
): Promise<Result<{ readonly id: string }, PlanRefusal>> {
	const owned = await openFinding(ctx, slug, given.findingId, 'finding.edit');
	if (!owned.ok) return owned;
	if (needsReason(given.edit)) return err({ code: 'finding/no-reason' });
	const { actor, finding } = owned.value;
	const id = ctx.newId();
	return ctx.db.transaction().execute(async (tx) => {
		await insertRecommendation(tx, {
			...given.edit,
			id,
			findingId: finding.id,
			createdAt: ctx.clock.now(),
			createdBy: actor.userId,
		});
		await recordAudit(ctx, tx, {
			actor,
			action: 'recommendation.create',
			municipalityId: finding.municipalityId,
			entity: 'finding',
			entityKey: finding.id,
			versionId: finding.versionId,
			before: null,
			after: { id, ...given.edit },
		});
		return ok({ id });
	});
}

/** Changes a recommendation; rejecting one needs a reason. */
export async function editRecommendation(
	ctx: Ctx,
	slug: string,
	change: {
		readonly findingId: FindingId;
		readonly id: string;
		readonly revision: number;
		readonly edit: RecommendationEdit;
	},
): Promise<Result<null, PlanRefusal>> {
	const owned = await openFinding(ctx, slug, change.findingId, 'finding.edit');
	if (!owned.ok) return owned;
	const { actor, finding } = owned.value;
	const before = await findRecommendation(ctx.db, change.id);
	if (before?.findingId !== finding.id) return err(DENIED);
	if (needsReason(change.edit)) return err({ code: 'finding/no-reason' });
	return ctx.db.transaction().execute(async (tx) => {
		if (!(await updateRecommendation(tx, change.id, change.revision, change.edit)))
			return err({ code: 'finding/stale' as const });
		await recordAudit(ctx, tx, {
			actor,
			action: 'recommendation.edit',
			municipalityId: finding.municipalityId,
			entity: 'finding',
			entityKey: finding.id,
			versionId: finding.versionId,
			before,
			after: change.edit,
		});
		return ok(null);
	});
}

function needsReason(edit: RecommendationEdit): boolean {
	return edit.status === 'rejected' && !edit.statusReason;
}

export interface ActionPlan {
	/** By priority, each with its actions. */
	readonly recommendations: readonly (Recommendation & {
		readonly findingNumber: number;
		readonly findingTitle: string;
		readonly actions: readonly PlanAction[];
	})[];
	readonly canEdit: boolean;
	readonly today: string;
}

/** The action plan of a municipality: recommendations by priority and what is being done about them. */
export async function readActionPlan(ctx: Ctx, slug: string): Promise<Result<ActionPlan, Refused>> {
	const opened = await openMunicipality(ctx, slug, 'municipality.read');
	if (!opened.ok) return opened;
	const { id } = opened.value.municipality;
	const actions = Map.groupBy(await listActions(ctx.db, id), ({ recommendationId }) => recommendationId);
	const recommendations = (await listMunicipalRecommendations(ctx.db, id))
		.filter(({ status }) => status !== 'rejected')
		.sort(comparePriority)
		.map((recommendation) => ({ ...recommendation, actions: actions.get(recommendation.id) ?? [] }));
	const canEdit = (await openMunicipality(ctx, slug, 'finding.edit')).ok;
	return ok({ recommendations, canEdit, today: ctx.clock.today() });
}

/** Adds an action to a recommendation, or changes the one with that id and revision. */
export async function saveAction(
	ctx: Ctx,
	slug: string,
	given: {
		readonly recommendationId: string;
		readonly existing: { readonly id: string; readonly revision: number } | null;
		readonly edit: PlanActionEdit;
	},
): Promise<Result<null, PlanRefusal>> {
	const opened = await openMunicipality(ctx, slug, 'finding.edit');
	if (!opened.ok) return opened;
	const { actor, municipality } = opened.value;
	const known = (await listMunicipalRecommendations(ctx.db, municipality.id)).find(
		({ id }) => id === given.recommendationId,
	);
	if (!known) return err(DENIED);
	const { startsOn, dueOn } = given.edit;
	if (startsOn !== null && dueOn !== null && dueOn < startsOn) return err({ code: 'finding/dates-reversed' });
	const before = given.existing && (await findAction(ctx.db, municipality.id, given.existing.id));
	if (given.existing && before?.recommendationId !== known.id) return err(DENIED);
	return ctx.db.transaction().execute(async (tx) => {
		const id = given.existing?.id ?? ctx.newId();
		if (given.existing) {
			if (!(await updateAction(tx, id, given.existing.revision, given.edit)))
				return err({ code: 'finding/stale' as const });
		} else {
			const made = { createdAt: ctx.clock.now(), createdBy: actor.userId };
			await insertAction(tx, { ...given.edit, ...made, id, recommendationId: known.id });
		}
		await recordAudit(ctx, tx, {
			actor,
			action: given.existing ? 'action.edit' : 'action.create',
			municipalityId: municipality.id,
			entity: 'action',
			entityKey: id,
			versionId: null,
			before: before ?? null,
			after: given.edit,
		});
		return ok(null);
	});
}

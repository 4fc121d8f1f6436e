import type { ImportChange } from '#lib/domain/imports/index.ts';
import { err, ok, type MunicipalityId, type Result } from '#lib/domain/shared/index.ts';
import {
	computeCoverage,
	leaversOn,
	settledState,
	withoutLeavers,
	type NeedState,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { listEmployees } from '../queries/employee.ts';
import { decideNeed, listNeeds, settleNeedStates } from '../queries/training-need.ts';
import { listPlanItems } from '../queries/training-plan.ts';
import { recordAudit } from './audit.ts';
import { openMunicipality } from './workspace.ts';

/** What a person may decide: that it is met otherwise or dismissed, or that the plans say its state again. */
export const NEED_DECISIONS = ['open', 'done', 'dismissed'] as const satisfies readonly NeedState[];
export type NeedDecision = (typeof NEED_DECISIONS)[number];

export type NeedRefusal = { readonly code: 'training/no-such-need' } | { readonly code: 'training/stale' };

/**
 * Decides the state of a need, with a note why; „open“ gives it back to the plans.
 * Errors `training/no-such-need`, `training/stale` when somebody decided since that revision.
 */
export async function setNeedState(
	ctx: Ctx,
	slug: string,
	change: {
		readonly id: string;
		readonly revision: number;
		readonly state: NeedDecision;
		readonly note: string | null;
	},
): Promise<Result<null, Refused | NeedRefusal>> {
	const opened = await openMunicipality(ctx, slug, 'training.edit');
	if (!opened.ok) return opened;
	const { actor, municipality } = opened.value;
	return ctx.db.transaction().execute(async (tx) => {
		const need = (await listNeeds(tx, municipality.id)).find((item) => item.id === change.id);
		if (!need) return err({ code: 'training/no-such-need' });
		const { id, state, note, revision } = change;
		const decided = { id, state, note, revision, isByHand: state !== 'open' };
		if (!(await decideNeed(tx, decided))) return err({ code: 'training/stale' });
		await settleNeeds(ctx, tx, municipality.id);
		await recordAudit(ctx, tx, {
			actor,
			municipalityId: municipality.id,
			action: 'training-need.move',
			entity: 'training-need',
			entityKey: need.key,
			versionId: null,
			before: { state: need.state, note: need.note },
			after: { state, note },
		});
		return ok(null);
	});
}

/** Gives every need that no person decided the state that the lines of the plans give to it. */
export async function settleNeeds(ctx: Ctx, tx: Tx, municipalityId: MunicipalityId): Promise<void> {
	const leavers = leaversOn(await listEmployees(tx, municipalityId), ctx.clock.today());
	const needs = (await listNeeds(tx, municipalityId)).flatMap((need) => withoutLeavers(need, leavers) ?? []);
	const coverage = computeCoverage(needs, await listPlanItems(tx, municipalityId));
	const changed = needs
		.filter((need) => !need.isByHand)
		.map((need) => ({ need, state: settledState(need, coverage.get(need.key)) }))
		.filter(({ need, state }) => need.state !== state);
	for (const [state, group] of Map.groupBy(changed, (entry) => entry.state)) {
		await settleNeedStates(
			tx,
			group.map(({ need }) => need.id),
			state,
		);
	}
}

/** The same after an import or its undo, when it wrote lines of plans. */
export async function settleAfter(
	ctx: Ctx,
	tx: Tx,
	municipalityId: MunicipalityId,
	changes: readonly Pick<ImportChange, 'entity'>[],
): Promise<void> {
	if (changes.some(({ entity }) => entity === 'plan-item')) await settleNeeds(ctx, tx, municipalityId);
}

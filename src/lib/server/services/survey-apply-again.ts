import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { mayMove } from '#lib/domain/workload/index.ts';
import { transact, type Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import {
	copyAllocations,
	deleteAllocationsOf,
	listUndecidedSurveys,
	listVersionsWith,
	type UndecidedSurvey,
} from '../queries/allocation.ts';
import { rebuildAllocations } from './survey-apply.ts';
import type { MoveRefusal } from './survey-links.ts';
import { auditSurvey, openSurvey, type SurveyAddress } from './survey-open.ts';

/**
 * Decides of a survey that was applied before this was decided what everybody may see of it, in its version and in those
 * that carry its results on. The answers and the day of application stay; so it is also possible where the application
 * cannot be taken back any more.
 */
export function applyAgain(ctx: Ctx, address: SurveyAddress): Promise<Result<null, MoveRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<null, MoveRefusal>> => {
		const opened = await openSurvey(inside, address, 'survey.manage');
		if (!opened.ok) return opened;
		const open = opened.value;
		const { campaign } = open;
		const undecided = await undecidedOf(tx, campaign.versionId);
		const isUndecided = undecided.some(({ id }) => id === campaign.id);
		if (!isUndecided || !mayMove(campaign, 'take-back'))
			return err({ code: 'survey/wrong-state' as const, state: campaign.state });
		await rebuildAllocations(ctx, tx, open);
		for (const one of undecided) await renewCopies(ctx, tx, one);
		await auditSurvey(ctx, tx, open, { action: 'survey.apply-again', before: null, after: null });
		return ok(null);
	});
}

/** Surveys about this very version: those of the version it was made from are decided there. */
async function undecidedOf(
	tx: Tx,
	versionId: UndecidedSurvey['versionId'],
): Promise<readonly UndecidedSurvey[]> {
	return (await listUndecidedSurveys(tx, versionId)).filter((one) => one.versionId === versionId);
}

async function renewCopies(
	ctx: Pick<Ctx, 'newId'>,
	tx: Tx,
	{ id: campaignId, versionId: from }: UndecidedSurvey,
): Promise<void> {
	for (const to of await listVersionsWith(tx, campaignId, from)) {
		await deleteAllocationsOf(tx, { campaignId, versionId: to });
		await copyAllocations(tx, { from, to, campaignId }, () => ctx.newId());
	}
}

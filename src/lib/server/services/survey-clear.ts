import type { SurveyRespondent } from '#lib/domain/workload/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { changeSeat } from '../queries/survey.ts';
import {
	deleteOwnItem,
	listSurveyItems,
	saveSurveyAnswers,
	saveSurveyGroupShares,
} from '../queries/survey-answer.ts';
import { deleteReplacedAnswers } from '../queries/survey-replaced.ts';
import { updateRespondent } from '../queries/survey-respondent.ts';
import { auditSurvey, type OpenSurvey } from './survey-open.ts';

/** Deletes everything that was said on a seat, so that it stands as if nobody had begun. */
export async function clearAnswers(
	ctx: Ctx,
	tx: Tx,
	open: OpenSurvey,
	respondent: SurveyRespondent,
): Promise<void> {
	const of = { campaignId: open.campaign.id, respondentId: respondent.id };
	for (const layer of ['own', 'validated'] as const)
		await saveSurveyAnswers(tx, { respondentId: respondent.id, layer }, []);
	await saveSurveyGroupShares(tx, respondent.id, []);
	await deleteReplacedAnswers(tx, respondent.id);
	for (const item of await listSurveyItems(tx, of))
		if (item.respondentId !== null) await deleteOwnItem(tx, { respondentId: respondent.id, itemId: item.id });
	await changeSeat(tx, respondent, { state: 'not-started', submitted_at: null });
	await updateRespondent(tx, respondent.id, { obstacles: null, systems: null, startedAt: null });
	const before = { respondent: respondent.id, state: respondent.state };
	await auditSurvey(ctx, tx, open, { action: 'survey.clear', before, after: null });
}

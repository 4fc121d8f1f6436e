import type { EmployeeId } from '#lib/domain/shared/index.ts';
import type { SurveyAnswer, SurveyCampaignId, SurveyRespondentId } from '#lib/domain/workload/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { listSurveyAnswers, listSurveyGroupShares, listSurveyItems } from './survey-answer.ts';
import { listReplacedAnswers } from './survey-replaced.ts';

/** The time surveys that a person was asked in, with everything that was said on that seat. */
export async function listSurveysOf(db: Reader, employeeId: EmployeeId) {
	const rows = await db
		.selectFrom('survey_respondent')
		.innerJoin('survey_campaign', 'survey_campaign.id', 'survey_respondent.campaign_id')
		.select(['survey_respondent.id', 'campaign_id', 'survey_campaign.name_bg', 'survey_respondent.state'])
		.select(['obstacles', 'systems'])
		.where('employee_id', '=', employeeId)
		.orderBy('survey_respondent.id')
		.execute();
	const surveys = [];
	for (const { id, campaign_id: campaign, name_bg: name, state, obstacles, systems } of rows) {
		const of = { campaignId: campaign as SurveyCampaignId, respondentId: id as SurveyRespondentId };
		const said = await listSaid(db, of);
		surveys.push({ campaign: name, state, obstacles, systems, ...said });
	}
	return surveys;
}

async function listSaid(
	db: Reader,
	of: { readonly campaignId: SurveyCampaignId; readonly respondentId: SurveyRespondentId },
) {
	const { respondentId } = of;
	const texts = new Map((await listSurveyItems(db, of)).map(({ id, text }) => [id, text.bg]));
	const named = ({ itemId, ...answer }: SurveyAnswer) => ({ text: texts.get(itemId) ?? itemId, ...answer });
	return {
		answers: (await listSurveyAnswers(db, respondentId, 'own')).map(named),
		validated: (await listSurveyAnswers(db, respondentId, 'validated')).map(named),
		groups: await listSurveyGroupShares(db, respondentId),
		replaced: await listReplacedAnswers(db, respondentId),
		events: await db
			.selectFrom('survey_event')
			.select(['kind', 'comment', 'made_at as at'])
			.where('respondent_id', '=', respondentId)
			.orderBy('made_at')
			.orderBy('id')
			.execute(),
	};
}

/**
 * Takes the free texts of a person out of the time surveys and unties the seats from the person; the shares of time
 * stay for the counts, and say nobody's name.
 */
export async function forgetInSurveys(tx: Tx, employeeId: EmployeeId): Promise<void> {
	const seats = tx.selectFrom('survey_respondent').select('id').where('employee_id', '=', employeeId);
	await tx.deleteFrom('survey_replaced_answer').where('respondent_id', 'in', seats).execute();
	await tx.updateTable('survey_event').set({ comment: null }).where('respondent_id', 'in', seats).execute();
	await tx
		.updateTable('survey_respondent')
		.set((eb) => ({ employee_id: null, obstacles: null, systems: null, revision: eb('revision', '+', 1) }))
		.where('employee_id', '=', employeeId)
		.execute();
}

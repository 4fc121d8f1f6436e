import type { SurveyAnswer, SurveyRespondent } from '#lib/domain/workload/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { listPolicyAreas } from '../queries/legal.ts';
import { listSurveyAnswers, listSurveyGroupShares, listSurveyItems } from '../queries/survey-answer.ts';
import { insertReplacedAnswers, type ReplacedAnswer } from '../queries/survey-replaced.ts';
import type { OpenSurvey } from './survey-open.ts';

/** Everything the person had said by the link, and what was validated of it, stays readable beside the questionnaire. */
export async function keepBegun(ctx: Ctx, tx: Tx, open: OpenSurvey, seat: SurveyRespondent): Promise<void> {
	const items = await listSurveyItems(tx, { campaignId: open.campaign.id, respondentId: seat.id });
	const texts = new Map(items.map((item) => [item.id, item.text]));
	const areas = new Map((await listPolicyAreas(tx)).map(({ key, name }) => [key, name]));
	const answered = (kind: 'item' | 'validated', answers: readonly SurveyAnswer[]) =>
		answers.flatMap(({ itemId, share }): readonly ReplacedAnswer[] => {
			const text = texts.get(itemId);
			return text && share > 0 ? [{ kind, text, share }] : [];
		});
	const groups = (await listSurveyGroupShares(tx, seat.id)).flatMap(
		({ groupKey, share }): readonly ReplacedAnswer[] =>
			share > 0 ? [{ kind: 'group', text: areas.get(groupKey) ?? { bg: groupKey, en: null }, share }] : [],
	);
	const words = (['obstacles', 'systems'] as const).flatMap((kind): readonly ReplacedAnswer[] => {
		const said = seat[kind];
		return said ? [{ kind, text: { bg: said, en: null }, share: null }] : [];
	});
	await insertReplacedAnswers(tx, { respondentId: seat.id, at: ctx.clock.now(), newId: ctx.newId }, [
		...answered('item', await listSurveyAnswers(tx, seat.id, 'own')),
		...groups,
		...words,
		...answered('validated', await listSurveyAnswers(tx, seat.id, 'validated')),
	]);
}

import type { SurveyRespondent } from '#lib/domain/workload/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AnswerForm } from './form-state.ts';
import { timeText } from './words.ts';

/** What is said above a form after it was sent; undefined when there is nothing to say. */
export function formSentence(
	form: AnswerForm,
	{ respondent }: { readonly respondent: SurveyRespondent },
): { readonly tone: 'bad' | 'warning'; readonly title?: string; readonly text: string } | undefined {
	const { refusal, conflicts, issues } = form;
	if (conflicts.length > 0)
		return { tone: 'warning', title: m.answer_was_saved_title(), text: m.answer_was_saved_lead() };
	if (issues.length > 0) return { tone: 'bad', text: m.answer_problems() };
	switch (refusal?.code) {
		case undefined:
		case 'survey/not-ready':
			return undefined;
		case 'survey/handed-in':
			return { tone: 'warning', text: m.answer_handed_in() };
		case 'survey/closed':
			return { tone: 'warning', text: m.answer_closed_refused() };
		case 'survey/huge':
			return { tone: 'bad', text: m.answer_issue_huge() };
		case 'survey/all-locked':
			return { tone: 'warning', text: m.answer_split_locked() };
		case 'survey/divided-over': {
			const over = timeText(refusal?.by ?? 0, respondent.measure, respondent.weeklyHours);
			return { tone: 'bad', text: m.answer_divided_over({ over }) };
		}
		case 'survey/sum-over': {
			const over = timeText(refusal?.by ?? 0, respondent.measure, respondent.weeklyHours);
			return { tone: 'warning', text: m.answer_split_over({ over }) };
		}
		default:
			return { tone: 'bad', text: m.answer_problems() };
	}
}

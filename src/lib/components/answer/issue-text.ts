import type { SurveyMeasure } from '#lib/domain/workload/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { FormIssue } from './form-state.ts';
import { amountWithUnit } from './words.ts';

/** What is said at a field of the questionnaire; `usual` is the usual amount of the row, where it matters. */
export function issueSentence(
	issue: FormIssue,
	{ measure, usual = '' }: { readonly measure: SurveyMeasure; readonly usual?: string },
): string {
	const limit = issue.limit ?? 0;
	switch (issue.code) {
		case 'survey/negative':
			return m.answer_issue_negative();
		case 'survey/over-whole':
			return m.answer_issue_over({ limit: amountWithUnit(limit, measure) });
		case 'survey/low-above-usual':
			return m.answer_issue_low({ usual });
		case 'survey/high-below-usual':
			return m.answer_issue_high({ usual });
		case 'survey/not-months':
			return m.answer_issue_months();
		case 'survey/unknown-item':
			return m.answer_issue_unknown();
		case 'survey/too-long':
			return m.answer_issue_long({ limit });
		default:
			return m.answer_issue_not_a_number();
	}
}

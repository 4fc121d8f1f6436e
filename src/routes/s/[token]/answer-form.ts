import type { AnswerForm, FormConflict, FormIssue } from '#lib/components/answer/form-state.ts';
import type { Result } from '#lib/domain/shared/index.ts';
import type { SurveyFieldIssue } from '#lib/domain/workload/index.ts';
import type { ChoiceRefusal } from '#lib/server/services/survey-answer-own.ts';
import type { Saved } from '#lib/server/services/survey-answer-save.ts';
import { echo } from './read.ts';

type Refusal =
	ChoiceRefusal | { readonly code: 'survey/too-long'; readonly field: string; readonly limit: number };

/** What the page has to say about a save, with its status; undefined when all went well. */
export function answerForm(
	result: Result<Saved, Refusal>,
	given: FormData,
): { readonly status: number; readonly form: AnswerForm } | undefined {
	const values = echo(given);
	const form = (part: Partial<AnswerForm>): AnswerForm => ({
		refusal: null,
		issues: [],
		conflicts: [],
		values,
		...part,
	});
	if (result.ok) {
		const conflicts: readonly FormConflict[] = [...result.value.conflicts, ...result.value.texts];
		return conflicts.length === 0 ? undefined : { status: 409, form: form({ conflicts }) };
	}
	const refusal = result.error;
	switch (refusal.code) {
		case 'survey/fields':
			return { status: 400, form: form(fieldsOf(refusal.issues)) };
		case 'survey/hours':
			return {
				status: 400,
				form: form({ issues: [{ field: 'hours', code: refusal.code, limit: refusal.limit }] }),
			};
		case 'survey/too-long':
			return {
				status: 400,
				form: form({ issues: [{ field: refusal.field, code: refusal.code, limit: refusal.limit }] }),
			};
		case 'survey/too-many-own':
			return { status: 400, form: form({ refusal: { code: refusal.code, limit: refusal.limit } }) };
		case 'survey/unknown-area':
			return { status: 400, form: form({ issues: [{ field: 'area', code: refusal.code }] }) };
		default:
			return { status: 409, form: form({ refusal: { code: refusal.code } }) };
	}
}

function fieldsOf(issues: readonly SurveyFieldIssue[]): Pick<AnswerForm, 'refusal' | 'issues'> {
	const whole = issues.find(({ field }) => field === 'form')?.issue;
	const by = whole && 'by' in whole ? { by: whole.by } : {};
	return {
		refusal: whole ? { code: whole.code, ...by } : null,
		issues: issues.filter(({ field }) => field !== 'form').map(toFormIssue),
	};
}

function toFormIssue({ field, issue }: SurveyFieldIssue): FormIssue {
	return 'limit' in issue ? { field, code: issue.code, limit: issue.limit } : { field, code: issue.code };
}

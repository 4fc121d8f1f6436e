import type {
	AnswersIssue,
	SurveyAudience,
	SurveyCampaign,
	SurveyFlag,
	SurveyRespondentState,
	SurveyValidator,
} from '#lib/domain/workload/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatNumber, formatShare } from './format.ts';
import { localText } from './names.ts';

type Name = () => string;

const STATES = {
	'not-started': m.survey_resp_not_started,
	'in-progress': m.survey_resp_in_progress,
	submitted: m.survey_resp_submitted,
	returned: m.survey_resp_returned,
	validated: m.survey_resp_validated,
} satisfies Record<SurveyRespondentState, Name>;

export function nameOfRespondentState(code: SurveyRespondentState): string {
	return STATES[code]();
}

export function nameOfCampaignState({
	state,
	appliedAt,
}: Pick<SurveyCampaign, 'state' | 'appliedAt'>): string {
	if (appliedAt !== null) return m.survey_state_applied();
	return { draft: m.survey_state_draft, open: m.survey_state_open, closed: m.survey_state_closed }[state]();
}

const VALIDATORS = {
	'unit-head': m.survey_validator_unit_head,
	consultant: m.survey_validator_consultant,
} satisfies Record<SurveyValidator, Name>;

export function nameOfValidator(code: SurveyValidator): string {
	return VALIDATORS[code]();
}

const AUDIENCES = {
	validator: m.survey_seen_validator,
	'validator-and-analyst': m.survey_seen_both,
} satisfies Record<SurveyAudience, Name>;

export function nameOfAudience(code: SurveyAudience): string {
	return AUDIENCES[code]();
}

/** „главен експерт – място 2“, or the title alone where only one seat of the post is asked. */
export function nameOfSeat({
	post,
	seat,
	isOneOfMany,
}: {
	readonly post: LocalText;
	readonly seat: number;
	readonly isOneOfMany: boolean;
}): string {
	return isOneOfMany ? m.survey_seat_label({ post: localText(post), seat }) : localText(post);
}

/** What is suspicious in an answer; `other` is the seat with the same answer, where it may be named. */
export function textOfFlag(flag: SurveyFlag, other: Parameters<typeof nameOfSeat>[0] | null = null): string {
	switch (flag.code) {
		case 'survey/all-on-one':
			return m.survey_flag_all_on_one();
		case 'survey/copied':
			return other ? m.survey_flag_copied_with({ seat: nameOfSeat(other) }) : m.survey_flag_copied();
		case 'survey/impossible-hours':
			return m.survey_flag_impossible_hours({ hours: formatNumber(flag.hours, { digits: 1 }) });
		case 'survey/sum-off':
			return m.survey_flag_sum_off({ share: formatShare(Math.abs(flag.off), { digits: 1 }) });
		case 'survey/unknown-work':
			return m.survey_flag_unknown_work();
	}
}

/** What is wrong with shares that were typed. */
export function textOfAnswersIssue(issue: AnswersIssue): string {
	switch (issue.code) {
		case 'survey/sum-over':
			return m.survey_issue_sum_over({ share: formatShare(issue.by, { digits: 2 }) });
		case 'survey/sum-under':
			return m.survey_issue_sum_under({ share: formatShare(issue.by, { digits: 2 }) });
		case 'survey/absurd-hours':
			return m.survey_issue_absurd_hours({
				hours: formatNumber(issue.hours),
				limit: formatNumber(issue.limit),
			});
		case 'survey/nothing-chosen':
			return m.survey_issue_nothing_chosen();
		case 'survey/unknown-item':
			return m.survey_issue_unknown_item();
		case 'survey/item-twice':
		case 'survey/not-a-share':
		case 'survey/low-above-usual':
		case 'survey/high-below-usual':
		case 'survey/not-months':
			return m.survey_issue_not_a_share();
	}
}

const FIELD_PROBLEMS: Readonly<Record<string, Name>> = {
	'survey/negative': m.survey_field_negative,
	'survey/not-a-number': m.survey_field_not_a_number,
	'survey/over-whole': m.survey_field_over_whole,
	'survey/not-a-choice': m.survey_field_not_a_choice,
	'survey/no-text': m.survey_field_no_text,
	'survey/no-share': m.survey_field_no_share,
	'survey/too-long': m.survey_field_too_long,
	'survey/low-above-usual': m.survey_field_low_above,
	'survey/high-below-usual': m.survey_field_high_below,
};

/** What is said at a field of a questionnaire that cannot be taken. */
export function textOfFieldProblem(code: string): string {
	return (FIELD_PROBLEMS[code] ?? m.survey_issue_not_a_share)();
}

/** What is wrong with a questionnaire as a whole. */
export function textOfSheetProblem(
	problem:
		| { readonly code: 'survey/no-sheets' | 'survey/other-campaign' }
		| {
				readonly code: 'survey/edited-key' | 'survey/other-text';
				readonly sheet: string;
				readonly row: number;
		  }
		| { readonly code: 'survey/rows-missing'; readonly sheet: string; readonly count: number }
		| { readonly code: 'survey/sheets-missing'; readonly count: number }
		| { readonly code: 'survey/handed-in'; readonly sheet: string },
): string {
	switch (problem.code) {
		case 'survey/no-sheets':
			return m.survey_sheet_problem_none();
		case 'survey/other-campaign':
			return m.survey_sheet_problem_other();
		case 'survey/edited-key':
			return m.survey_sheet_problem_key({ sheet: problem.sheet, row: problem.row });
		case 'survey/other-text':
			return m.survey_sheet_problem_text({ sheet: problem.sheet, row: problem.row });
		case 'survey/rows-missing':
			return m.survey_sheet_problem_rows({ sheet: problem.sheet, count: problem.count });
		case 'survey/sheets-missing':
			return m.survey_sheet_problem_sheets({ count: problem.count });
		case 'survey/handed-in':
			return m.survey_sheet_problem_handed_in({ sheet: problem.sheet });
	}
}

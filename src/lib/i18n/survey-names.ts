import type {
	SurveyAudience,
	SurveyCampaign,
	SurveyRespondentState,
	SurveyValidator,
} from '#lib/domain/workload/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { m } from '#lib/paraglide/messages.js';
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

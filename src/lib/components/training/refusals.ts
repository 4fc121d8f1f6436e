import { m } from '#lib/paraglide/messages.js';

const TEXTS: Readonly<Record<string, () => string>> = {
	'training/no-such-need': m.training_need_gone,
	'training/need-stale': m.training_need_stale,
	'training/no-plan': m.training_refusal_no_plan,
	'training/plan-exists': m.training_refusal_plan_exists,
	'training/plan-closed': m.training_refusal_plan_closed,
	'training/reason-needed': m.training_refusal_reason_needed,
	'training/reopen-reason-needed': m.training_refusal_back_reason,
	'training/not-held': m.training_refusal_not_held,
	'training/both-edited': m.session_both_edited,
	'training/stale': m.training_refusal_stale,
	'training/no-such-item': m.training_refusal_no_such_item,
	'training/no-such-course': m.training_refusal_no_such_course,
	'training/no-participants': m.training_refusal_no_participants,
	'training/no-longer-suggested': m.training_refusal_no_longer_suggested,
	'training/has-attendance': m.session_refusal_has_attendance,
	'training/has-evaluation': m.session_refusal_has_evaluation,
	'people/stale': m.training_refusal_person_stale,
	'people/no-such-post': m.training_refusal_no_such_post,
	'people/left-before-start': m.training_refusal_left_before_start,
	'people/left-before-attended': m.training_refusal_left_before_attended,
	'people/assessed-in-future': m.training_refusal_assessed_in_future,
	'people/already-assessed': m.training_refusal_already_assessed,
	'people/erased': m.person_refusal_erased,
	'people/still-serves': m.training_refusal_still_serves,
	'people/keep-until': m.training_refusal_keep_until,
	'people/no-retention': m.training_refusal_no_retention,
	'people/no-such-record': m.training_refusal_no_such_record,
	'people/issued-in-future': m.training_refusal_issued_in_future,
	'people/ends-before-start': m.training_refusal_ends_before_start,
	'people/already-wished': m.training_refusal_already_wished,
	'people/no-such-competency': m.training_refusal_no_such_competency,
};

/** Why a service refused, in words; refusals of a scenario share one sentence. */
export function refusalText(code: string): string {
	return (TEXTS[code] ?? m.training_refusal_scenario)();
}

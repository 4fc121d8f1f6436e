import type {
	FunctionOutcome,
	OperationKind,
	RuleSeverity,
	RuleVerdictKind,
} from '#lib/domain/scenario/index.ts';
import type { ProposalAction, ProposalState, VoteChoice } from '#lib/domain/review/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { InLocale } from './names.ts';

type Name = (inputs?: Record<string, never>, options?: InLocale) => string;

const KINDS = {
	'unit-create': m.scenario_kind_unit_create,
	'unit-rename': m.scenario_kind_unit_rename,
	'unit-move': m.scenario_kind_unit_move,
	'unit-merge': m.scenario_kind_unit_merge,
	'unit-split': m.scenario_kind_unit_split,
	'unit-close': m.scenario_kind_unit_close,
	'post-create': m.scenario_kind_post_create,
	'post-move': m.scenario_kind_post_move,
	'post-change': m.scenario_kind_post_change,
	'post-split': m.scenario_kind_post_split,
	'post-fund': m.scenario_kind_post_fund,
	'post-close': m.scenario_kind_post_close,
	'function-create': m.scenario_kind_function_create,
	'function-transfer': m.scenario_kind_function_transfer,
	'function-merge': m.scenario_kind_function_merge,
	'function-split': m.scenario_kind_function_split,
	'function-reword': m.scenario_kind_function_reword,
	'function-drop': m.scenario_kind_function_drop,
	'participation-set': m.scenario_kind_participation_set,
	'participation-clear': m.scenario_kind_participation_clear,
} satisfies Record<OperationKind, Name>;

export function nameOfOperationKind(code: OperationKind, options?: InLocale): string {
	return KINDS[code]({}, options);
}

/** The three groups of operations, as the lists of choices show them. */
export function groupOfOperation(code: OperationKind, options?: InLocale): string {
	if (code.startsWith('unit-')) return m.scenario_group_units({}, options);
	return code.startsWith('post-')
		? m.scenario_group_posts({}, options)
		: m.scenario_group_functions({}, options);
}

const OUTCOMES = {
	kept: m.scenario_ledger_outcome_kept,
	transferred: m.scenario_ledger_outcome_transferred,
	merged: m.scenario_ledger_outcome_merged,
	split: m.scenario_ledger_outcome_split,
	dropped: m.scenario_ledger_outcome_dropped,
	created: m.scenario_ledger_outcome_created,
} satisfies Record<FunctionOutcome, Name>;

export function nameOfOutcome(code: FunctionOutcome, options?: InLocale): string {
	return OUTCOMES[code]({}, options);
}

const VERDICTS = {
	passed: m.scenario_rules_verdict_passed,
	failed: m.scenario_rules_verdict_failed,
	'not-applicable': m.scenario_rules_verdict_not_applicable,
	'needs-lawyer': m.scenario_rules_verdict_needs_lawyer,
} satisfies Record<RuleVerdictKind, Name>;

export function nameOfVerdict(code: RuleVerdictKind, options?: InLocale): string {
	return VERDICTS[code]({}, options);
}

const SEVERITIES = {
	error: m.scenario_rules_severity_error,
	warning: m.scenario_rules_severity_warning,
	information: m.scenario_rules_severity_information,
} satisfies Record<RuleSeverity, Name>;

export function nameOfSeverity(code: RuleSeverity, options?: InLocale): string {
	return SEVERITIES[code]({}, options);
}

const STATUSES = {
	draft: m.scenario_status_draft,
	submitted: m.scenario_status_submitted,
	adopted: m.scenario_status_adopted,
	archived: m.scenario_status_archived,
} satisfies Record<string, Name>;

export function nameOfScenarioStatus(code: keyof typeof STATUSES, options?: InLocale): string {
	return STATUSES[code]({}, options);
}

const STATES = {
	draft: m.review_state_draft,
	submitted: m.review_state_submitted,
	'in-review': m.review_state_in_review,
	adopted: m.review_state_adopted,
	'adopted-amended': m.review_state_adopted_amended,
	rejected: m.review_state_rejected,
	returned: m.review_state_returned,
	withdrawn: m.review_state_withdrawn,
} satisfies Record<ProposalState, Name>;

export function nameOfProposalState(code: ProposalState, options?: InLocale): string {
	return STATES[code]({}, options);
}

const ACTIONS = {
	submit: m.review_action_submit,
	'open-review': m.review_action_open_review,
	adopt: m.review_action_adopt,
	'adopt-amended': m.review_action_adopt_amended,
	reject: m.review_action_reject,
	return: m.review_action_return,
	withdraw: m.review_action_withdraw,
	redraft: m.review_action_redraft,
} satisfies Record<ProposalAction, Name>;

/** The words of a button that takes a step. */
export function nameOfProposalAction(code: ProposalAction, options?: InLocale): string {
	return ACTIONS[code]({}, options);
}

const EVENTS: Readonly<Record<string, Name>> = {
	submit: m.review_event_submit,
	'open-review': m.review_event_open_review,
	adopt: m.review_event_adopt,
	'adopt-amended': m.review_event_adopt_amended,
	reject: m.review_event_reject,
	return: m.review_event_return,
	withdraw: m.review_event_withdraw,
	redraft: m.review_event_redraft,
	'application-undone': m.review_event_application_undone,
	'application-restored': m.review_event_application_restored,
};

/** The words of a step that was taken. */
export function nameOfReviewEvent(code: string, options?: InLocale): string {
	return EVENTS[code]?.({}, options) ?? code;
}

const CHOICES = {
	for: m.review_choice_for,
	against: m.review_choice_against,
	abstain: m.review_choice_abstain,
	absent: m.review_choice_absent,
} satisfies Record<VoteChoice, Name>;

export function nameOfVoteChoice(code: VoteChoice, options?: InLocale): string {
	return CHOICES[code]({}, options);
}

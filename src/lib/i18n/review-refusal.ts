import type {
	AmendedRefusal,
	AmendmentCollision,
	AmendmentProblem,
	BallotProblem,
	DecisionProblem,
	FilingProblem,
	HeldProblem,
	MarkProblem,
	SessionProblem,
	TransitionRefusal,
	TransitionRequirement,
	VoteProblem,
} from '#lib/domain/review/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { nameOfProcedureStep } from './council-names.ts';
import { formatDate, formatHeadcount } from './format.ts';
import { refusalText, type RefusalFrame } from './scenario-refusal.ts';
import { nameOfProposalState } from './scenario-names.ts';

/** Everything a step of the council may be refused for. */
export type CouncilProblem =
	| TransitionRefusal
	| VoteProblem
	| DecisionProblem
	| AmendedRefusal
	| TableProblem
	| { readonly code: 'review/stale' }
	| { readonly code: 'review/comment-unknown' }
	| { readonly code: 'review/not-intact' }
	| { readonly code: 'review/councillor-unknown' }
	| { readonly code: 'review/no-parameter' }
	| { readonly code: 'review/no-vote' }
	| { readonly code: 'review/no-quorum'; readonly present: number; readonly required: number }
	| { readonly code: 'review/base-superseded'; readonly validTo: IsoDate }
	| { readonly code: 'review/effective-before-base'; readonly validFrom: IsoDate }
	| { readonly code: 'proposal/blocked' };

/** What goes against the amendments and votes that are on the table, or against the terms. */
type TableProblem =
	| AmendmentCollision
	| AmendmentProblem
	| BallotProblem
	| FilingProblem
	| HeldProblem
	| SessionProblem
	| MarkProblem
	| { readonly code: 'review/received-in-future'; readonly today: IsoDate }
	| { readonly code: 'review/ballot-unknown' }
	| { readonly code: 'review/reason-missing' }
	| { readonly code: 'review/answer-without-motive' }
	| { readonly code: 'review/opinion-unknown' }
	| { readonly code: 'review/question-unknown' }
	| { readonly code: 'review/amendment-unknown' }
	| { readonly code: 'review/amendment-voted'; readonly number: number };

const REQUIREMENTS = {
	'operations-apply': m.review_requirement_operations_apply,
	'ledger-closes': m.review_requirement_ledger_closes,
	'mover-and-title': m.review_requirement_mover_and_title,
	reason: m.review_requirement_reason,
	quorum: m.review_requirement_quorum,
	majority: m.review_requirement_majority,
	'no-majority': m.review_requirement_no_majority,
	'decision-number-and-date': m.review_requirement_decision,
	'changed-points': m.review_requirement_left_out,
} satisfies Record<TransitionRequirement, () => string>;

/** Why a step was refused, in a sentence. */
export function councilProblemText(problem: CouncilProblem, frame: RefusalFrame): string {
	switch (problem.code) {
		case 'review/stale':
			return m.review_refusal_stale();
		case 'review/not-permitted':
			return m.review_refusal_not_permitted({ state: nameOfProposalState(problem.from) });
		case 'review/not-intact':
			return m.review_hash_broken();
		case 'review/wrong-side':
			return m.review_refusal_wrong_side();
		case 'review/requirement-missing':
			return m.review_refusal_missing({
				what: problem.missing.map((requirement) => REQUIREMENTS[requirement]()).join(', '),
			});
		case 'review/operation-unknown':
			return m.review_refusal_operation_unknown();
		case 'review/comment-unknown':
			return m.review_refusal_comment_unknown();
		case 'review/councillor-unknown':
			return m.review_refusal_councillor_unknown();
		case 'review/councillor-twice':
			return m.review_refusal_councillor_twice({ name: problem.name });
		case 'review/too-many-votes':
			return m.review_refusal_too_many_votes({
				votes: String(problem.votes),
				size: String(problem.councilSize),
			});
		case 'review/no-parameter':
			return m.review_rule_missing();
		default:
			return isOfDecision(problem) ? decisionProblemText(problem, frame) : tableProblemText(problem);
	}
}

type DecisionOnly = Extract<
	CouncilProblem,
	{
		readonly code:
			| 'review/no-vote'
			| 'review/no-quorum'
			| 'review/number-missing'
			| 'review/effective-before-decision'
			| 'review/nothing-left'
			| 'review/does-not-apply'
			| 'proposal/blocked'
			| 'review/base-superseded'
			| 'review/effective-before-base';
	}
>;

const DECISION_CODES: ReadonlySet<string> = new Set<DecisionOnly['code']>([
	'review/no-vote',
	'review/no-quorum',
	'review/number-missing',
	'review/effective-before-decision',
	'review/nothing-left',
	'review/does-not-apply',
	'proposal/blocked',
	'review/base-superseded',
	'review/effective-before-base',
]);

function isOfDecision(problem: { readonly code: string }): problem is DecisionOnly {
	return DECISION_CODES.has(problem.code);
}

type TableOnly = Exclude<TableProblem, { readonly code: 'review/operation-unknown' }>;

function tableProblemText(problem: TableOnly): string {
	switch (problem.code) {
		case 'review/out-of-term':
			return m.council_refusal_out_of_term({ date: formatDate(problem.until) });
		case 'review/session-before-submission':
			return m.council_refusal_session_before({ date: formatDate(problem.submittedOn) });
		case 'review/session-within-term':
			return m.council_refusal_session_within({ date: formatDate(problem.until) });
		case 'review/not-held-yet':
			return m.council_refusal_not_held({ date: formatDate(problem.onDay) });
		case 'review/point-left-out':
			return m.council_refusal_point_left_out({ number: problem.number });
		case 'review/point-voted':
			return m.council_refusal_point_voted({ ballot: problem.ballot });
		case 'review/mark-future':
		case 'review/mark-before':
		case 'review/mark-after':
		case 'review/mark-waits':
			return markProblemText(problem);
		case 'review/received-in-future':
			return m.council_refusal_received_future({ date: formatDate(problem.today) });
		case 'review/question-unknown':
			return m.council_question_unknown();
		case 'review/amendment-empty':
			return m.council_refusal_amendment_empty();
		case 'review/amendment-kind':
			return m.council_refusal_amendment_kind();
		case 'review/amendment-unknown':
			return m.council_refusal_amendment_unknown();
		case 'review/amendment-voted':
			return m.council_refusal_amendment_voted({ number: problem.number });
		case 'review/same-field':
			return m.council_refusal_same_field({ one: problem.numbers[0], other: problem.numbers[1] });
		case 'review/left-out-and-changed':
			return m.council_refusal_left_out_changed({ one: problem.numbers[0], other: problem.numbers[1] });
		case 'review/ballot-empty':
			return m.council_refusal_ballot_empty();
		case 'review/ballot-unknown-item':
			return m.council_refusal_ballot_item();
		case 'review/voted-already':
			return m.council_refusal_voted_already({ ballot: problem.ballot });
		case 'review/whole-voted':
			return m.council_refusal_whole_voted({ ballot: problem.ballot });
		case 'review/amendments-open':
			return m.council_refusal_amendments_open({ numbers: problem.numbers.join(', ') });
		case 'review/answer-without-motive':
			return m.council_refusal_answer_motive();
		case 'review/opinion-unknown':
			return m.council_refusal_opinion_unknown();
		case 'review/ballot-unknown':
			return m.council_refusal_ballot_unknown();
		case 'review/reason-missing':
			return m.council_refusal_reason();
	}
}

function markProblemText(problem: MarkProblem): string {
	if (problem.code === 'review/mark-future')
		return m.council_refusal_mark_future({ date: formatDate(problem.onDay) });
	const step = nameOfProcedureStep(problem.step);
	if (problem.code === 'review/mark-waits') return m.council_refusal_mark_waits({ step });
	const said = { date: formatDate(problem.day), step };
	return problem.code === 'review/mark-before'
		? m.council_refusal_mark_before(said)
		: m.council_refusal_mark_after(said);
}

function decisionProblemText(problem: DecisionOnly, frame: RefusalFrame): string {
	switch (problem.code) {
		case 'review/no-vote':
			return m.review_refusal_no_vote();
		case 'review/no-quorum':
			return m.review_refusal_no_quorum({
				present: formatHeadcount(problem.present),
				required: formatHeadcount(problem.required),
			});
		case 'review/number-missing':
			return m.review_refusal_number_missing();
		case 'review/effective-before-decision':
			return m.review_refusal_effective_before({ date: formatDate(problem.decidedOn) });
		case 'review/nothing-left':
			return m.review_refusal_nothing_left();
		case 'review/does-not-apply':
			return m.review_refusal_does_not_apply({
				number: String(frame.places[problem.refusal.operationId] ?? m.council_new_added()),
				reason: refusalText(problem.refusal, frame),
			});
		case 'proposal/blocked':
			return m.review_refusal_blocked();
		case 'review/base-superseded':
			return m.review_refusal_base_superseded({ date: formatDate(problem.validTo) });
		case 'review/effective-before-base':
			return m.scenario_refusal_effective({ date: formatDate(problem.validFrom) });
	}
}

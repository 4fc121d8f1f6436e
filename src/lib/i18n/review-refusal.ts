import type {
	AmendedRefusal,
	DecisionProblem,
	TransitionRefusal,
	TransitionRequirement,
	VoteProblem,
} from '#lib/domain/review/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate, formatHeadcount } from './format.ts';
import { refusalText, type RefusalFrame } from './scenario-refusal.ts';
import { nameOfProposalState } from './scenario-names.ts';

/** Everything a step of the council may be refused for. */
export type CouncilProblem =
	| TransitionRefusal
	| VoteProblem
	| DecisionProblem
	| AmendedRefusal
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

const REQUIREMENTS = {
	'operations-apply': m.review_requirement_operations_apply,
	'ledger-closes': m.review_requirement_ledger_closes,
	'mover-and-title': m.review_requirement_mover_and_title,
	reason: m.review_requirement_reason,
	quorum: m.review_requirement_quorum,
	majority: m.review_requirement_majority,
	'no-majority': m.review_requirement_no_majority,
	'decision-number-and-date': m.review_requirement_decision,
	'left-out-operations': m.review_requirement_left_out,
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
			return decisionProblemText(problem, frame);
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
				number: String(frame.places[problem.refusal.operationId] ?? ''),
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

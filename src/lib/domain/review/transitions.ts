import { err, ok, type Result } from '../shared/index.ts';

export const PROPOSAL_STATES = [
	'draft',
	'submitted',
	'in-review',
	'adopted',
	'adopted-amended',
	'rejected',
	'returned',
	'withdrawn',
] as const;
/** чернова, внесено, в разглеждане, прието, прието с изменения, отхвърлено, върнато, оттеглено. */
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_ACTIONS = [
	'submit',
	'open-review',
	'adopt',
	'adopt-amended',
	'reject',
	'return',
	'withdraw',
	'redraft',
] as const;
export type ProposalAction = (typeof PROPOSAL_ACTIONS)[number];

export const TRANSITION_REQUIREMENTS = [
	'operations-apply',
	'ledger-closes',
	'mover-and-title',
	'reason',
	'quorum',
	'majority',
	'no-majority',
	'decision-number-and-date',
	'changed-points',
] as const;
/** What must be there before the step is taken. */
export type TransitionRequirement = (typeof TRANSITION_REQUIREMENTS)[number];

/** Who may take the step: the mover's side, the council, or either. */
export type TransitionSide = 'mover' | 'council' | 'either';

export interface Transition {
	readonly from: ProposalState;
	readonly action: ProposalAction;
	readonly to: ProposalState;
	readonly side: TransitionSide;
	readonly requires: readonly TransitionRequirement[];
}

const VOTED = ['quorum', 'majority', 'decision-number-and-date'] as const;

/** The way of a proposal through the council, as data; a step that does not stand here is not permitted. */
export const TRANSITIONS: readonly Transition[] = [
	step('draft', 'submit', 'submitted', 'mover', ['operations-apply', 'ledger-closes', 'mover-and-title']),
	step('submitted', 'open-review', 'in-review', 'either', []),
	step('submitted', 'return', 'returned', 'council', ['reason']),
	step('submitted', 'withdraw', 'withdrawn', 'mover', ['reason']),
	step('in-review', 'adopt', 'adopted', 'council', VOTED),
	step('in-review', 'adopt-amended', 'adopted-amended', 'council', [...VOTED, 'changed-points']),
	step('in-review', 'reject', 'rejected', 'council', ['quorum', 'no-majority', 'decision-number-and-date']),
	step('in-review', 'return', 'returned', 'council', ['reason']),
	step('in-review', 'withdraw', 'withdrawn', 'mover', ['reason']),
	step('returned', 'redraft', 'draft', 'mover', []),
	step('withdrawn', 'redraft', 'draft', 'mover', []),
	step('rejected', 'redraft', 'draft', 'mover', []),
];

export type TransitionRefusal =
	| { readonly code: 'review/not-permitted'; readonly from: ProposalState; readonly action: ProposalAction }
	| { readonly code: 'review/wrong-side'; readonly side: TransitionSide }
	| { readonly code: 'review/requirement-missing'; readonly missing: readonly TransitionRequirement[] };

/**
 * The step from a state by an action, when the side may take it and everything required is there.
 * Errors: `review/not-permitted`, `review/wrong-side`, `review/requirement-missing` with the list.
 */
export function takeStep(attempt: {
	readonly from: ProposalState;
	readonly action: ProposalAction;
	readonly sides: readonly TransitionSide[];
	readonly fulfilled: ReadonlySet<TransitionRequirement>;
}): Result<Transition, TransitionRefusal> {
	const { from, action } = attempt;
	const transition = TRANSITIONS.find((entry) => entry.from === from && entry.action === action);
	if (!transition) return err({ code: 'review/not-permitted', from, action });
	if (!isOnSide(transition, attempt.sides)) return err({ code: 'review/wrong-side', side: transition.side });
	const missing = transition.requires.filter((requirement) => !attempt.fulfilled.has(requirement));
	return missing.length === 0 ? ok(transition) : err({ code: 'review/requirement-missing', missing });
}

/** The steps that somebody on these sides may take from a state, in the order of the table. */
export function permittedSteps(from: ProposalState, sides: readonly TransitionSide[]): readonly Transition[] {
	return TRANSITIONS.filter((transition) => transition.from === from && isOnSide(transition, sides));
}

/** The state that a stored or sent text names; undefined when it names none. */
export function parseState(text: string): ProposalState | undefined {
	return PROPOSAL_STATES.find((state) => state === text);
}

function isOnSide(transition: Transition, sides: readonly TransitionSide[]): boolean {
	return transition.side === 'either' ? sides.length > 0 : sides.includes(transition.side);
}

function step(
	from: ProposalState,
	action: ProposalAction,
	to: ProposalState,
	side: TransitionSide,
	requires: readonly TransitionRequirement[],
): Transition {
	return { from, action, to, side, requires };
}

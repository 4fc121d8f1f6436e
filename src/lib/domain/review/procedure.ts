import {
	computeDeadline,
	findParameter,
	parameterNumber,
	type ParameterSet,
	type WorkingCalendar,
} from '../legal/index.ts';
import { err, ok, type IsoDate, type MunicipalityId, type Result } from '../shared/index.ts';

export const PROCEDURE_STEPS = [
	'submission',
	'committee',
	'amendments',
	'materials',
	'session',
	'adoption',
	'sending',
	'announcement',
	'mayor-term',
	'governor-term',
	'effect',
] as const;
/**
 * внасяне, становище на комисията, срок за предложения, материали до съветниците, заседание, приемане, изпращане до
 * кмета и областния управител, разгласяване, срок за връщане от кмета, срок за връщане от областния управител,
 * влизане в сила.
 */
export type ProcedureStepKey = (typeof PROCEDURE_STEPS)[number];

/** Steps whose day somebody writes down; the others follow from the proposal and its decision. */
export const MARKED_STEPS = ['committee', 'materials', 'sending', 'announcement'] as const;
export type MarkedStep = (typeof MARKED_STEPS)[number];

interface ProcedureStep {
	readonly key: ProcedureStepKey;
	/** Who acts. */
	readonly by: 'mover' | 'committee' | 'councillors' | 'chair' | 'council' | 'mayor' | 'governor';
	/** A dated parameter in days, counted from another step; „before“ ends at that step. */
	readonly term?: {
		readonly parameter: string;
		readonly from: ProcedureStepKey;
		readonly direction: 'after' | 'before';
	};
	/** What the step needs besides its day. */
	readonly needs?: 'quorum' | 'majority';
}

/** The way of a proposal through the council, as data. Source: ЗМСМА, чл. 21–27, 37, 45; the terms are parameters. */
export const PROCEDURE: readonly ProcedureStep[] = [
	{ key: 'submission', by: 'mover' },
	{ key: 'committee', by: 'committee' },
	{ key: 'amendments', by: 'councillors' },
	{
		key: 'materials',
		by: 'chair',
		term: { parameter: 'council.term.materials', from: 'session', direction: 'before' },
	},
	{ key: 'session', by: 'council', needs: 'quorum' },
	{ key: 'adoption', by: 'council', needs: 'majority' },
	{
		key: 'sending',
		by: 'chair',
		term: { parameter: 'council.term.sending', from: 'adoption', direction: 'after' },
	},
	{
		key: 'announcement',
		by: 'chair',
		term: { parameter: 'council.term.announcing', from: 'adoption', direction: 'after' },
	},
	{
		key: 'mayor-term',
		by: 'mayor',
		term: { parameter: 'council.term.mayor', from: 'sending', direction: 'after' },
	},
	{
		key: 'governor-term',
		by: 'governor',
		term: { parameter: 'council.term.governor', from: 'sending', direction: 'after' },
	},
	{ key: 'effect', by: 'council' },
];

export const PROCEDURE_STATUSES = ['done', 'late', 'due', 'overdue', 'waiting', 'not-set'] as const;
/** станало, станало със закъснение, предстои, просрочено, чака предишната стъпка, няма определен ден. */
export type ProcedureStatus = (typeof PROCEDURE_STATUSES)[number];

/** A step of the way with its days as they stand. */
export interface ProcedurePlace extends ProcedureStep {
	/** When it happened; null until it did. */
	readonly doneOn: IsoDate | null;
	/** Its last day by the term or by what the chair set; null when nothing sets one. */
	readonly dueOn: IsoDate | null;
	readonly status: ProcedureStatus;
	/** Days of the term and where it comes from, as in force on the day it is counted from. */
	readonly termDays: number | null;
	readonly citation: string | null;
}

/** What is known of a proposal. A day that did not come yet stands only in `planned`. */
export interface ProcedureFacts {
	readonly done: Readonly<Partial<Record<ProcedureStepKey, IsoDate>>>;
	readonly planned: Readonly<Partial<Record<ProcedureStepKey, IsoDate>>>;
}

export interface ProcedureFrame {
	readonly parameters: ParameterSet;
	readonly calendar: WorkingCalendar;
	readonly municipality: MunicipalityId;
	readonly today: IsoDate;
}

/**
 * Every step with its day, its term and what became of it on a day. A term after a step is counted from the day on
 * which that step happened and ends on a working day; one before a step is counted back from its planned day.
 * Example: adopted on 10.12.2026, seven days for sending → 17.12.2026; sent on 18.12.2026 → `late`.
 */
export function walkProcedure(facts: ProcedureFacts, frame: ProcedureFrame): readonly ProcedurePlace[] {
	return PROCEDURE.map((step) => {
		const term = termOf(step, facts, frame);
		const doneOn = facts.done[step.key] ?? closedTerm(step, term?.dueOn ?? null, frame.today);
		const dueOn = term?.dueOn ?? facts.planned[step.key] ?? null;
		const status = statusOf({ doneOn, dueOn, isWaiting: term?.isWaiting ?? false }, frame.today);
		return {
			...step,
			...{ doneOn, dueOn, status },
			termDays: term?.days ?? null,
			citation: term?.citation ?? null,
		};
	});
}

export type FilingProblem = { readonly code: 'review/out-of-term'; readonly until: IsoDate };

/** Amendments are filed up to and including the last day of their term. Error `review/out-of-term`. */
export function checkFilingTerm(until: IsoDate | null, today: IsoDate): Result<null, FilingProblem> {
	return until !== null && today > until ? err({ code: 'review/out-of-term', until }) : ok(null);
}

export type SessionProblem =
	| { readonly code: 'review/session-before-submission'; readonly submittedOn: IsoDate }
	| { readonly code: 'review/session-within-term'; readonly until: IsoDate };

/**
 * A session votes no earlier than the submission, and after the term for amendments has ended.
 * Errors: `review/session-before-submission`, `review/session-within-term`.
 */
export function checkSession(given: {
	readonly sessionOn: IsoDate;
	readonly submittedOn: IsoDate;
	readonly amendmentsUntil: IsoDate | null;
}): Result<null, SessionProblem> {
	const { sessionOn, submittedOn, amendmentsUntil: until } = given;
	if (sessionOn < submittedOn) return err({ code: 'review/session-before-submission', submittedOn });
	return until !== null && sessionOn <= until ? err({ code: 'review/session-within-term', until }) : ok(null);
}

export type HeldProblem = { readonly code: 'review/not-held-yet'; readonly onDay: IsoDate };

/** What a session did is written down from its day on, never ahead. Error `review/not-held-yet`. */
export function checkHeld(onDay: IsoDate, today: IsoDate): Result<null, HeldProblem> {
	return onDay > today ? err({ code: 'review/not-held-yet', onDay }) : ok(null);
}

interface CountedTerm {
	readonly dueOn: IsoDate | null;
	readonly isWaiting: boolean;
	readonly days: number | null;
	readonly citation: string | null;
}

function termOf(step: ProcedureStep, facts: ProcedureFacts, frame: ProcedureFrame): CountedTerm | null {
	if (!step.term) return null;
	const { parameter: key, from, direction } = step.term;
	const start = facts.done[from] ?? (direction === 'before' ? facts.planned[from] : undefined);
	const query = { key, asOf: start ?? frame.today, municipality: frame.municipality };
	const days = parameterNumber(frame.parameters, query) ?? null;
	const citation = findParameter(frame.parameters, query)?.citation ?? null;
	if (start === undefined || days === null) return { dueOn: null, isWaiting: days !== null, days, citation };
	const deadline = computeDeadline(frame.calendar, start, { days: direction === 'after' ? days : -days });
	if (!deadline.ok) return { dueOn: null, isWaiting: false, days, citation };
	const { dueOn, nominal } = deadline.value;
	// Counted back, the day before the session matters as it falls; only terms that run out wait for a working day.
	return { dueOn: direction === 'after' ? dueOn : nominal, isWaiting: false, days, citation };
}

/** A term of others is over once its last day has passed; nobody writes that down. */
function closedTerm(step: ProcedureStep, dueOn: IsoDate | null, today: IsoDate): IsoDate | null {
	const isTermOfOthers = step.key === 'mayor-term' || step.key === 'governor-term';
	return isTermOfOthers && dueOn !== null && dueOn < today ? dueOn : null;
}

function statusOf(
	{
		doneOn,
		dueOn,
		isWaiting,
	}: { readonly doneOn: IsoDate | null; readonly dueOn: IsoDate | null; readonly isWaiting: boolean },
	today: IsoDate,
): ProcedureStatus {
	if (doneOn !== null) return dueOn !== null && doneOn > dueOn ? 'late' : 'done';
	if (isWaiting) return 'waiting';
	if (dueOn === null) return 'not-set';
	return dueOn < today ? 'overdue' : 'due';
}

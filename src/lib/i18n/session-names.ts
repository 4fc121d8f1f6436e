import type { LocalText } from '#lib/domain/org/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import type {
	AttendanceState,
	ConflictCode,
	Employee,
	MarkProblem,
	ProjectIndicator,
	ResponseQuestion,
	SessionProblem,
	SessionState,
	TrainingSession,
} from '#lib/domain/training/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate, formatNumber, nameOfMonth } from './format.ts';
import { localText, type InLocale } from './names.ts';

type Name = (inputs?: Record<string, never>, options?: InLocale) => string;

const STATES: Readonly<Record<SessionState, Name>> = {
	planned: m.session_state_planned,
	held: m.session_state_held,
	cancelled: m.session_state_cancelled,
};

const OUTCOMES: Readonly<Record<AttendanceState, (of: { readonly sex: string }) => string>> = {
	enrolled: () => m.session_outcome_enrolled(),
	attended: (of) => m.session_outcome_attended(of),
	absent: (of) => m.session_outcome_absent(of),
};

const SHORT: Readonly<Record<ConflictCode, Name>> = {
	'conflict/same-person': m.session_conflict_short_same_person,
	'conflict/same-trainer': m.session_conflict_short_same_trainer,
	'conflict/unit-away': m.session_conflict_short_unit_away,
	'conflict/peak-month': m.session_conflict_short_peak_month,
	'conflict/day-off': m.session_conflict_short_day_off,
	'conflict/no-free-place': m.session_conflict_short_no_free_place,
};

const PROBLEMS: Readonly<Record<SessionProblem['code'], (of: { readonly year: string }) => string>> = {
	'session/ends-before': () => m.session_problem_ends_before(),
	'session/other-year': (of) => m.session_problem_other_year(of),
	'session/too-long': () => m.session_problem_too_long(),
	'session/no-places': () => m.session_problem_no_places(),
	'session/not-yet-held': () => m.session_problem_not_yet_held(),
	'session/overlaps': () => m.session_problem_overlaps(),
};

export const nameOfSessionState = (code: SessionState, options?: InLocale) => STATES[code]({}, options);
export const nameOfOutcome = (code: AttendanceState, { sex }: { readonly sex: Employee['sex'] }) =>
	OUTCOMES[code]({ sex });
export const shortConflict = (code: ConflictCode) => SHORT[code]();
/** What is wrong with a session; the year of its plan is said where the days are of another. */
export const textOfSessionProblem = (code: SessionProblem['code'], year = 0) =>
	PROBLEMS[code]({ year: String(year) });

/** „09:30“. */
export function formatClock(minutes: number): string {
	const pad = (value: number) => String(value).padStart(2, '0');
	return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** „10.03.2027 г. – 12.03.2027 г., 09:00–17:00“; one day once. */
export function textOfTime(
	session: Pick<TrainingSession, 'startsOn' | 'endsOn' | 'startsAt' | 'endsAt'>,
	options?: InLocale,
): string {
	const { startsOn, endsOn } = session;
	const days = [startsOn, ...(endsOn === startsOn ? [] : [endsOn])].map((day) => formatDate(day, options));
	return `${days.join(' – ')}, ${formatClock(session.startsAt)}–${formatClock(session.endsAt)}`;
}

/** Where a session is held: online, a place, or both. */
export function textOfPlace(
	session: Pick<TrainingSession, 'isOnline' | 'place'>,
	options?: InLocale,
): string {
	return [...(session.isOnline ? [m.session_online({}, options)] : []), session.place]
		.filter((part) => part !== '')
		.join(' · ');
}

/** What a conflict needs to be said. */
export interface ConflictWords {
	readonly code: ConflictCode;
	readonly unit: LocalText | null;
	readonly other: { readonly title: LocalText } | null;
	readonly names: readonly string[] | null;
	readonly count: number;
	readonly of: number;
	/** One of so many may be away. */
	readonly oneOf: number;
	readonly day: IsoDate | null;
	readonly month: number | null;
	readonly trainer: string;
}

/** A conflict as a sentence. */
export function textOfConflict(conflict: ConflictWords): string {
	const { count, trainer } = conflict;
	const other = conflict.other ? localText(conflict.other.title) : '';
	const unit = conflict.unit ? localText(conflict.unit) : '';
	const day = conflict.day === null ? '' : formatDate(conflict.day);
	switch (conflict.code) {
		case 'conflict/same-person': {
			const names = conflict.names?.join(', ') ?? m.session_conflict_people({ count: String(count) });
			return m.session_conflict_same_person({ count, names, other, day });
		}
		case 'conflict/same-trainer':
			return m.session_conflict_same_trainer({ trainer, other });
		case 'conflict/unit-away':
			return m.session_conflict_unit_away({
				unit,
				day,
				away: String(count),
				people: String(conflict.of),
				oneOf: formatNumber(conflict.oneOf),
			});
		case 'conflict/peak-month':
			return m.session_conflict_peak_month({ unit, month: nameOfMonth(conflict.month ?? 1) });
		case 'conflict/day-off':
			return m.session_conflict_day_off({ day });
		case 'conflict/no-free-place':
			return m.session_conflict_no_free_place({ count });
	}
}

const REFUSALS: Readonly<Record<string, Name>> = {
	'session/no-such-session': m.session_refusal_no_such_session,
	'session/has-attendance': m.session_refusal_has_attendance,
	'training/has-attendance': m.session_refusal_has_attendance,
	'session/has-evaluation': m.session_refusal_has_evaluation,
	'session/no-such-person': m.session_refusal_no_such_person,
	'session/already-enrolled': m.session_refusal_already_enrolled,
	'session/not-enrolled': m.session_refusal_not_enrolled,
	'session/problems': m.session_refusal_problems,
	'evaluation/nobody': m.session_refusal_nobody_to_ask,
	'evaluation/no-answer-term': m.session_refusal_no_answer_term,
	'evaluation/not-attended': m.session_refusal_not_attended,
	'evaluation/above-maximum': m.session_refusal_above_maximum,
	'evaluation/no-such-task': m.session_refusal_no_such_task,
	'evaluation/too-early': m.session_refusal_too_early,
	'evaluation/already-said': m.session_refusal_already_said,
	'people/already-assessed': m.training_refusal_already_assessed,
	'training/plan-closed': m.training_refusal_plan_closed,
	'training/stale': m.training_refusal_stale,
	'training/no-plan': m.training_refusal_no_plan,
	'training/no-such-item': m.training_refusal_no_such_item,
};

/** How many certificates follow a session to another day; empty for none. */
export function reissueText(count: number): string {
	return count > 0 ? m.session_reissue({ count }) : '';
}

/** Why a change of a session was refused, in words. */
export function textOfSessionRefusal(code: string): string {
	return (REFUSALS[code] ?? m.session_refusal_problems)();
}

/** Why presence cannot be marked so. */
export function textOfMarkProblem(problem: MarkProblem): string {
	switch (problem.code) {
		case 'attendance/not-enrolled':
			return m.session_mark_not_enrolled();
		case 'attendance/waiting':
			return m.session_mark_waiting();
		case 'attendance/other-day':
			return m.session_mark_other_day({ day: formatDate(problem.day) });
		case 'attendance/in-future':
			return m.session_mark_in_future({ day: formatDate(problem.day) });
		case 'attendance/not-begun':
			return m.session_mark_not_begun({ day: formatDate(problem.day) });
	}
}

const QUESTIONS: Readonly<Record<ResponseQuestion, Name>> = {
	content: m.session_question_content,
	trainer: m.session_question_trainer,
	organisation: m.session_question_organisation,
	usefulness: m.session_question_usefulness,
};

export const nameOfQuestion = (question: ResponseQuestion, options?: InLocale) =>
	QUESTIONS[question]({}, options);

const PROJECT_INDICATOR_NAMES: Readonly<Record<ProjectIndicator, Name>> = {
	people: m.session_indicator_people,
	seats: m.session_indicator_seats,
	women: m.session_indicator_women,
	men: m.session_indicator_men,
	trainings: m.session_indicator_trainings,
	analyses: m.session_indicator_analyses,
	recommendations: m.session_indicator_recommendations,
	acts: m.session_indicator_acts,
};

export const nameOfProjectIndicator = (code: ProjectIndicator, options?: InLocale) =>
	PROJECT_INDICATOR_NAMES[code]({}, options);

/** Why a period of a project was not saved. */
export function textOfProjectRefusal(code: string): string {
	return code === 'project/gone' ? m.session_project_gone() : m.training_refusal_stale();
}

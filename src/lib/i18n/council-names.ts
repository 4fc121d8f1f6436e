import type {
	BallotMethod,
	BallotSubject,
	OpinionAnswer,
	OpinionSource,
	ProcedureStatus,
	ProcedureStepKey,
} from '#lib/domain/review/index.ts';
import { MASK, type PersonalDataKind } from '#lib/domain/review/personal-data.ts';
import type { DecidingBody } from '#lib/domain/scenario/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { InLocale } from './names.ts';

type Name = (inputs?: Record<string, never>, options?: InLocale) => string;

const STEPS = {
	submission: m.council_step_submission,
	committee: m.council_step_committee,
	amendments: m.council_step_amendments,
	materials: m.council_step_materials,
	session: m.council_step_session,
	adoption: m.council_step_adoption,
	sending: m.council_step_sending,
	announcement: m.council_step_announcement,
	'mayor-term': m.council_step_mayor_term,
	'governor-term': m.council_step_governor_term,
	effect: m.council_step_effect,
} satisfies Record<ProcedureStepKey, Name>;

export function nameOfProcedureStep(code: ProcedureStepKey, options?: InLocale): string {
	return STEPS[code]({}, options);
}

const ACTORS = {
	mover: m.council_by_mover,
	committee: m.council_by_committee,
	councillors: m.council_by_councillors,
	chair: m.council_by_chair,
	council: m.council_by_council,
	mayor: m.council_by_mayor,
	governor: m.council_by_governor,
} satisfies Record<string, Name>;

export function nameOfProcedureActor(code: keyof typeof ACTORS, options?: InLocale): string {
	return ACTORS[code]({}, options);
}

const STATUSES = {
	done: m.council_status_done,
	late: m.council_status_late,
	due: m.council_status_due,
	overdue: m.council_status_overdue,
	waiting: m.council_status_waiting,
	'not-set': m.council_status_not_set,
} satisfies Record<ProcedureStatus, Name>;

export function nameOfProcedureStatus(code: ProcedureStatus, options?: InLocale): string {
	return STATUSES[code]({}, options);
}

const AMENDMENT_STATES = {
	open: m.council_state_open,
	accepted: m.council_state_accepted,
	rejected: m.council_state_rejected,
	fallen: m.council_state_fallen,
	withdrawn: m.council_state_withdrawn,
} satisfies Record<string, Name>;
export type AmendmentStateCode = keyof typeof AMENDMENT_STATES;

export function nameOfAmendmentState(code: AmendmentStateCode, options?: InLocale): string {
	return AMENDMENT_STATES[code]({}, options);
}

const OPINIONS = {
	accepts: m.council_opinion_accepts,
	rejects: m.council_opinion_rejects,
	conscience: m.council_opinion_conscience,
} satisfies Record<string, Name>;
export type CommitteeOpinionCode = keyof typeof OPINIONS;

export function nameOfCommitteeOpinion(code: CommitteeOpinionCode | null, options?: InLocale): string {
	return code === null ? m.council_opinion_none({}, options) : OPINIONS[code]({}, options);
}

const METHODS = {
	'roll-call': m.council_method_roll_call,
	counted: m.council_method_counted,
} satisfies Record<BallotMethod, Name>;

export function nameOfBallotMethod(code: BallotMethod, options?: InLocale): string {
	return METHODS[code]({}, options);
}

const SUBJECTS = {
	whole: m.council_subject_whole,
	points: m.council_subject_points,
	amendments: m.council_subject_amendments,
} satisfies Record<BallotSubject, Name>;

export function nameOfBallotSubject(code: BallotSubject, options?: InLocale): string {
	return SUBJECTS[code]({}, options);
}

const SOURCES = {
	unit: m.council_source_unit,
	employees: m.council_source_employees,
	union: m.council_source_union,
	councillor: m.council_source_councillor,
	citizen: m.council_source_citizen,
	organisation: m.council_source_organisation,
} satisfies Record<OpinionSource, Name>;

export function nameOfOpinionSource(code: OpinionSource, options?: InLocale): string {
	return SOURCES[code]({}, options);
}

const ANSWERS = {
	accepted: m.council_answer_accepted,
	partly: m.council_answer_partly,
	'not-accepted': m.council_answer_not_accepted,
} satisfies Record<OpinionAnswer, Name>;

export function nameOfOpinionAnswer(code: OpinionAnswer, options?: InLocale): string {
	return ANSWERS[code]({}, options);
}

const BODIES = {
	council: m.council_body_council,
	mayor: m.council_body_mayor,
	both: m.council_body_both,
} satisfies Record<DecidingBody, Name>;

/** Who decides on a point, by law. */
export function decidingBodyName(code: DecidingBody, options?: InLocale): string {
	return BODIES[code]({}, options);
}

const PERSONAL_DATA = {
	email: m.council_personal_email,
	'personal-number': m.council_personal_number,
	phone: m.council_personal_phone,
} satisfies Record<PersonalDataKind, () => string>;

/** That a text has personal data, of which kinds, and that others see them hidden. */
export function personalDataText(kinds: readonly PersonalDataKind[]): string {
	const named = [...new Set(kinds)].map((kind) => PERSONAL_DATA[kind]()).join(', ');
	return m.council_opinions_personal({ kinds: named, mask: MASK });
}

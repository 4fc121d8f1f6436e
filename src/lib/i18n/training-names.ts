import type { LocalText } from '#lib/domain/org/index.ts';
import type {
	CompetencyGroup,
	CompetencyLevel,
	CourseForm,
	Employee,
	NeedCauseKind,
	NeedStage,
	NeedState,
	RankTerm,
	SubjectKind,
	CertificateState,
	PlanItemKind,
	PlanItemState,
	PlanState,
	Quarter,
	TrainingFunding,
} from '#lib/domain/training/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { localText } from './names.ts';
import type { Locale } from '#lib/paraglide/runtime.js';

interface Options {
	readonly locale?: Locale;
}

/** What a group of a plan is called: its own words, otherwise its number. */
export function nameOfGroup(
	item: { readonly groupName: string; readonly groupNumber: number | null },
	options: Options = {},
): string {
	if (item.groupName !== '' || item.groupNumber === null) return item.groupName;
	return m.training_group_number({ number: String(item.groupNumber) }, options);
}

/** Who teaches: own words of the plan, otherwise the provider of the course. */
export function nameOfProvider(
	item: { readonly provider: string; readonly courseProvider: LocalText },
	options: Options = {},
): string {
	return item.provider === '' ? localText(item.courseProvider, options) : item.provider;
}

type Name = (inputs?: Record<string, never>, options?: Options) => string;

const KINDS: Readonly<Record<PlanItemKind, Name>> = {
	mandatory: m.training_kind_mandatory,
	professional: m.training_kind_professional,
	specialised: m.training_kind_specialised,
};

const FUNDING: Readonly<Record<TrainingFunding, Name>> = {
	local: m.training_funding_local,
	delegated: m.training_funding_delegated,
	'co-financed': m.training_funding_co_financed,
	project: m.training_funding_project,
};

const STAGES: Readonly<Record<NeedStage, Name>> = {
	found: m.training_stage_found,
	grouped: m.training_stage_grouped,
	planned: m.training_stage_planned,
	held: m.training_stage_held,
	evaluated: m.training_stage_evaluated,
	closed: m.training_stage_closed,
};

const TERMS: Readonly<Record<RankTerm, Name>> = {
	shortage: m.training_term_shortage,
	people: m.training_term_people,
	law: m.training_term_law,
	deadline: m.training_term_deadline,
};

const ITEM_STATES: Readonly<Record<PlanItemState, Name>> = {
	planned: m.training_item_state_planned,
	held: m.training_item_state_held,
	cancelled: m.training_item_state_cancelled,
};

const PLAN_STATES: Readonly<Record<PlanState, Name>> = {
	draft: m.training_plan_state_draft,
	approved: m.training_plan_state_approved,
	closed: m.training_plan_state_closed,
};

const NEED_STATES: Readonly<Record<NeedState, Name>> = {
	open: m.training_need_state_open,
	planned: m.training_need_state_planned,
	done: m.training_need_state_done,
	dismissed: m.training_need_state_dismissed,
};

const CERTIFICATE_STATES: Readonly<Record<CertificateState, Name>> = {
	expired: m.training_certificate_state_expired,
	expiring: m.training_certificate_state_expiring,
	valid: m.training_certificate_state_valid,
};

const FORMS: Readonly<Record<CourseForm, Name>> = {
	'in-person': m.training_form_in_person,
	distance: m.training_form_distance,
	blended: m.training_form_blended,
	internal: m.training_form_internal,
};

const GROUPS: Readonly<Record<CompetencyGroup, Name>> = {
	managerial: m.training_group_managerial,
	expert: m.training_group_expert,
	technical: m.training_group_technical,
	functional: m.training_group_functional,
};

const LEVELS: Readonly<Record<CompetencyLevel, Name>> = {
	1: m.training_level_1,
	2: m.training_level_2,
	3: m.training_level_3,
	4: m.training_level_4,
	5: m.training_level_5,
};

const QUARTERS: Readonly<Record<Quarter, Name>> = {
	1: m.training_quarter_1,
	2: m.training_quarter_2,
	3: m.training_quarter_3,
	4: m.training_quarter_4,
};

const SEXES: Readonly<Record<Employee['sex'], Name>> = {
	female: m.training_sex_female,
	male: m.training_sex_male,
};

const CAUSES: Readonly<Record<NeedCauseKind, Name>> = {
	gap: m.training_cause_short_gap,
	'function-received': m.training_cause_short_function_received,
	'new-unit': m.training_cause_short_new_unit,
	'post-changed': m.training_cause_short_post_changed,
	'new-head': m.training_cause_short_new_head,
	'appointed-head': m.training_cause_short_appointed_head,
	'new-employee': m.training_cause_short_new_employee,
	certificate: m.training_cause_short_certificate,
	'rule-changed': m.training_cause_short_rule_changed,
	wish: m.training_cause_short_wish,
};

export const nameOfItemKind = (code: PlanItemKind, options?: Options) => KINDS[code]({}, options);
export const nameOfTrainingFunding = (code: TrainingFunding, options?: Options) => FUNDING[code]({}, options);
export const nameOfItemState = (code: PlanItemState, options?: Options) => ITEM_STATES[code]({}, options);
export const nameOfPlanState = (code: PlanState, options?: Options) => PLAN_STATES[code]({}, options);
export const nameOfNeedState = (code: NeedState, options?: Options) => NEED_STATES[code]({}, options);
export const nameOfCertificateState = (code: CertificateState, options?: Options) =>
	CERTIFICATE_STATES[code]({}, options);
export const nameOfStage = (code: NeedStage, options?: Options) => STAGES[code]({}, options);
export const nameOfRankTerm = (code: RankTerm, options?: Options) => TERMS[code]({}, options);
export const nameOfForm = (code: CourseForm, options?: Options) => FORMS[code]({}, options);
export const nameOfCompetencyGroup = (code: CompetencyGroup, options?: Options) => GROUPS[code]({}, options);
export const nameOfLevel = (level: CompetencyLevel, options?: Options) => LEVELS[level]({}, options);
export const nameOfQuarter = (quarter: Quarter, options?: Options) => QUARTERS[quarter]({}, options);
/** „I“ … „IV“, the same in both languages. */
export const romanQuarter = (quarter: Quarter) => ({ 1: 'I', 2: 'II', 3: 'III', 4: 'IV' })[quarter];
export const nameOfSex = (code: Employee['sex'], options?: Options) => SEXES[code]({}, options);
export const nameOfCause = (code: NeedCauseKind, options?: Options) => CAUSES[code]({}, options);

/** What a need is about: its competency, or the training that its cause calls for. */
export function nameOfNeed(
	need: { readonly competency: LocalText | null; readonly cause: { readonly kind: NeedCauseKind } },
	options: Options = {},
): string {
	if (need.competency !== null) return localText(need.competency, options);
	return need.cause.kind === 'rule-changed'
		? m.training_need_rule({}, options)
		: m.training_mandatory({}, options);
}

/** What a certificate or an exemption is about; `competency` is the name of its competency. */
export function nameOfSubject(
	subject: { readonly kind: SubjectKind; readonly competency: LocalText | null },
	options: Options = {},
): string {
	if (subject.competency !== null) return localText(subject.competency, options);
	return subject.kind === 'head'
		? m.training_subject_head({}, options)
		: m.training_subject_entry({}, options);
}

import type { PaperCode, PaperIssuer } from '#lib/domain/scenario/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { InLocale } from './names.ts';

type Name = (inputs?: Record<string, never>, options?: InLocale) => string;

const PAPERS = {
	'council-decision': m.scenario_paper_council_decision,
	'organisational-rules': m.scenario_paper_organisational_rules,
	'staffing-table': m.scenario_paper_staffing_table,
	'payroll-schedule': m.scenario_paper_payroll_schedule,
	'job-description': m.scenario_paper_job_description,
	'financial-control': m.scenario_paper_financial_control,
	'co-financing-decision': m.scenario_paper_co_financing_decision,
	recruitment: m.scenario_paper_recruitment,
	'change-of-employment': m.scenario_paper_change_of_employment,
	'termination-notice': m.scenario_paper_termination_notice,
	'hand-over-record': m.scenario_paper_hand_over_record,
	'technology-card': m.scenario_paper_technology_card,
	'training-plan': m.scenario_paper_training_plan,
	'administrative-register': m.scenario_paper_administrative_register,
} satisfies Record<PaperCode, Name>;

export function nameOfPaper(code: PaperCode, options?: InLocale): string {
	return PAPERS[code]({}, options);
}

const ISSUERS = {
	council: m.scenario_issuer_council,
	mayor: m.scenario_issuer_mayor,
	secretary: m.scenario_issuer_secretary,
	finance: m.scenario_issuer_finance,
	hr: m.scenario_issuer_hr,
	unit: m.scenario_issuer_unit,
} satisfies Record<PaperIssuer, Name>;

/** Who issues or approves a paper. */
export function nameOfIssuer(code: PaperIssuer, options?: InLocale): string {
	return ISSUERS[code]({}, options);
}

const RESTING = {
	study: m.scenario_resting_study,
	finding: m.scenario_resting_finding,
	scenario: m.scenario_resting_scenario,
	survey: m.scenario_resting_survey,
	version: m.scenario_resting_version,
	import: m.scenario_resting_import,
	rebase: m.scenario_resting_rebase,
	regulation: m.scenario_resting_regulation,
	'work-day': m.scenario_resting_work_day,
} satisfies Record<string, Name>;

/** What can rest on a structure version. */
export function nameOfResting(code: keyof typeof RESTING, options?: InLocale): string {
	return RESTING[code]({}, options);
}

import { m } from '#lib/paraglide/messages.js';
import { formatNumber } from './format.ts';
import type { InLocale } from './names.ts';
import { nameOfWorkParameter } from './work-parameter-names.ts';

const NAMES = new Map<string, (inputs: Record<string, never>, options?: InLocale) => string>([
	['council.amendment-majority-base', m.parameter_council_amendment_majority_base],
	['council.term.materials', m.parameter_council_term_materials],
	['council.term.sending', m.parameter_council_term_sending],
	['council.term.announcing', m.parameter_council_term_announcing],
	['council.term.mayor', m.parameter_council_term_mayor],
	['council.term.governor', m.parameter_council_term_governor],
	['council.majority-base', m.parameter_council_majority_base],
	['council.majority-share', m.parameter_council_majority_share],
	['council.quorum-share', m.parameter_council_quorum_share],
	['council.size', m.parameter_council_size],
	['currency.bgn-per-eur', m.parameter_currency_bgn_per_eur],
	['delegated.administration.mayor', m.parameter_delegated_administration_mayor],
	['delegated.administration.official', m.parameter_delegated_administration_official],
	['org.layers.maximum', m.parameter_org_layers_maximum],
	['org.post-step', m.parameter_org_post_step],
	['org.span.narrow-below', m.parameter_org_span_narrow_below],
	['org.span.normal-from', m.parameter_org_span_normal_from],
	['org.span.normal-to', m.parameter_org_span_normal_to],
	['org.span.wide-above', m.parameter_org_span_wide_above],
	['overlap.dispersion.minimum-fte', m.parameter_overlap_dispersion_minimum_fte],
	['overlap.dispersion.threshold', m.parameter_overlap_dispersion_threshold],
	['overlap.threshold.duplication', m.parameter_overlap_threshold_duplication],
	['overlap.threshold.overlap', m.parameter_overlap_threshold_overlap],
	['overlap.threshold.related', m.parameter_overlap_threshold_related],
	['rule.general-share-limit', m.parameter_rule_general_share_limit],
	['rule.audit-closing-periods', m.parameter_rule_audit_closing_periods],
	['rule.audit-committee.least', m.parameter_rule_audit_committee_least],
	['rule.audit-committee.most', m.parameter_rule_audit_committee_most],
	['rule.audit-committee.external-share', m.parameter_rule_audit_committee_external_share],
	['rule.audit-committee.meeting-months', m.parameter_rule_audit_committee_meeting_months],
	['rule.mayoralty-closed-by-council', m.parameter_rule_mayoralty_closed_by_council],
	['rule.mayoralty-closed-by-law', m.parameter_rule_mayoralty_closed_by_law],
	['rule.pay.basic-share', m.parameter_rule_pay_basic_share],
	['rule.pay.additional-share', m.parameter_rule_pay_additional_share],
	['rule.pay.result-share', m.parameter_rule_pay_result_share],
	['rule.part-time.hours-from', m.parameter_rule_part_time_hours_from],
	['rule.part-time.hours-to', m.parameter_rule_part_time_hours_to],
	['rule.appraisal-months', m.parameter_rule_appraisal_months],
	['rule.headcount-freeze-exempt', m.parameter_rule_headcount_freeze_exempt],
	['rule.procurement.budget', m.parameter_rule_procurement_budget],
	['rule.procurement.procedures', m.parameter_rule_procurement_procedures],
	['municipality.procurement-procedures', m.parameter_municipality_procurement_procedures],
	['rule.forest-hectares', m.parameter_rule_forest_hectares],
	['municipality.forest-hectares', m.parameter_municipality_forest_hectares],
	['rule.data-protection-officer', m.parameter_rule_data_protection_officer],
	['rule.social-council', m.parameter_rule_social_council],
	['rule.social-referral', m.parameter_rule_social_referral],
	['rule.representation-share', m.parameter_rule_representation_share],
	['rule.councillor-pay-share', m.parameter_rule_councillor_pay_share],
	['rule.settlement-budgets', m.parameter_rule_settlement_budgets],
	['rule.mayoralty-commissions', m.parameter_rule_mayoralty_commissions],
	['rule.settlement-revenue-share', m.parameter_rule_settlement_revenue_share],
	['rule.project-tasks', m.parameter_rule_project_tasks],
	['rule.approved-headcount', m.parameter_rule_approved_headcount],
	['rule.council-unit', m.parameter_rule_council_unit],
	['rule.internal-audit-budget', m.parameter_rule_internal_audit_budget],
	['rule.internal-audit-posts', m.parameter_rule_internal_audit_posts],
	['rule.manager-share-limit', m.parameter_rule_manager_share_limit],
	['rule.mayoralty-population-above', m.parameter_rule_mayoralty_population_above],
	['rule.mayoralty-population-at-least', m.parameter_rule_mayoralty_population_at_least],
	['rule.post-step', m.parameter_rule_post_step],
	['rule.shared-channel-population', m.parameter_rule_shared_channel_population],
	['rule.shared-channel-posts', m.parameter_rule_shared_channel_posts],
	['rule.shared-official-hours', m.parameter_rule_shared_official_hours],
	['rule.spatial-planning-unit', m.parameter_rule_spatial_planning_unit],
	['rule.unit-minimum.department', m.parameter_rule_unit_minimum_department],
	['rule.unit-minimum.directorate', m.parameter_rule_unit_minimum_directorate],
	['rule.unit-minimum.sector', m.parameter_rule_unit_minimum_sector],
	['people.retention.years', m.parameter_people_retention],
	['training.certificate.notice-months', m.parameter_training_certificate_notice],
	['training.priority.deadline', m.parameter_training_priority_deadline],
	['training.priority.law', m.parameter_training_priority_law],
	['training.priority.people', m.parameter_training_priority_people],
	['training.priority.shortage', m.parameter_training_priority_shortage],
	['training.rule-change.months', m.parameter_training_rule_change],
	['training.mandatory.months', m.parameter_training_mandatory_months],
	['training.notice.months', m.parameter_training_notice_months],
	['training.service-obligation.days', m.parameter_training_service_obligation_days],
]);

/** The standard by residents has one parameter for each point. */
const DELEGATED = 'delegated.administration.population.';

/** A dated parameter in words; a key that an installation added itself is shown as it is. */
export function nameOfParameter(key: string, options: InLocale = {}): string {
	if (key.startsWith(DELEGATED)) {
		const population = formatNumber(Number(key.slice(DELEGATED.length)), options);
		return m.parameter_delegated_administration_population({ population }, options);
	}
	return NAMES.get(key)?.({}, options) ?? nameOfWorkParameter(key, options);
}

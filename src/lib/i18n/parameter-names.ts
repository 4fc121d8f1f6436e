import type { Parameter, ParameterUnit } from '#lib/domain/legal/index.ts';
import { eurCents } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatEuro, formatNumber } from './format.ts';
import type { InLocale } from './names.ts';

const NAMES = new Map<string, (inputs: Record<string, never>, options?: InLocale) => string>([
	['council.majority-base', m.parameter_council_majority_base],
	['council.majority-share', m.parameter_council_majority_share],
	['council.quorum-share', m.parameter_council_quorum_share],
	['council.size', m.parameter_council_size],
	['currency.bgn-per-eur', m.parameter_currency_bgn_per_eur],
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
	['time.absence.sick', m.parameter_time_absence_sick],
	['time.absence.training', m.parameter_time_absence_training],
	['time.hours-per-day', m.parameter_time_hours_per_day],
	['time.leave.basic.civil-service', m.parameter_time_leave_basic_civil_service],
	['time.leave.basic.labour', m.parameter_time_leave_basic_labour],
	['time.leave.extra.civil-service', m.parameter_time_leave_extra_civil_service],
	['time.leave.extra.labour', m.parameter_time_leave_extra_labour],
	['training.mandatory.months', m.parameter_training_mandatory_months],
	['training.notice.months', m.parameter_training_notice_months],
	['training.service-obligation.days', m.parameter_training_service_obligation_days],
	['workload.coverage.minimum', m.parameter_workload_coverage_minimum],
	['workload.distribution.material', m.parameter_workload_distribution_material],
	['workload.distribution.personal', m.parameter_workload_distribution_personal],
	['workload.threshold.below-norm', m.parameter_workload_threshold_below_norm],
	['workload.threshold.high', m.parameter_workload_threshold_high],
	['workload.threshold.low', m.parameter_workload_threshold_low],
	['workload.threshold.overload', m.parameter_workload_threshold_overload],
]);

/** A dated parameter in words; a key that an installation added itself is shown as it is. */
export function nameOfParameter(key: string, options: InLocale = {}): string {
	return NAMES.get(key)?.({}, options) ?? key;
}

const UNITS: Readonly<Record<ParameterUnit, () => string>> = {
	count: m.parameter_unit_count,
	days: m.parameter_unit_days,
	hours: m.parameter_unit_hours,
	'hours-per-day': m.parameter_unit_hours_per_day,
	share: m.parameter_unit_share,
	percent: m.parameter_unit_percent,
	'eur-cents': m.parameter_unit_eur_cents,
	people: m.parameter_unit_people,
	ratio: m.parameter_unit_ratio,
	date: m.parameter_unit_date,
	month: m.parameter_unit_month,
	year: m.parameter_unit_year,
	minutes: m.parameter_unit_minutes,
	level: m.parameter_unit_level,
	'bgn-per-eur': m.parameter_unit_bgn_per_eur,
	text: m.parameter_unit_text,
};

export function nameOfParameterUnit(unit: ParameterUnit): string {
	return UNITS[unit]();
}

const CHOICES = new Map<string, () => string>([
	['council.majority-base:all', m.parameter_value_all_councillors],
	['council.majority-base:present', m.parameter_value_present_councillors],
]);

/** The value of a parameter in words; a choice of an installation's own is shown as it is. */
export function parameterValueText({ key, value, unit }: Pick<Parameter, 'key' | 'value' | 'unit'>): string {
	if (typeof value !== 'number') return CHOICES.get(`${key}:${value}`)?.() ?? value;
	return unit === 'eur-cents' ? formatEuro(eurCents(value)) : formatNumber(value, { digits: 5 });
}

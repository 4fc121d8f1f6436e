import type { RuleReading } from '#lib/domain/scenario/index.ts';
import type { EurCents } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatEuro, formatNumber, formatShare } from './format.ts';
import type { InLocale } from './names.ts';
import { nameOfParameter } from './parameter-names.ts';

type Name = (inputs?: Record<string, never>, options?: InLocale) => string;

type Values = Readonly<Record<string, string>>;

const READINGS: Readonly<Record<string, (values: never, options?: InLocale) => string>> = {
	'rule/approved-headcount': m.rule_reading_approved_headcount,
	'rule/post-step': m.rule_reading_post_step,
	'rule/unit-minimum': m.rule_reading_unit_minimum,
	'rule/heads': m.rule_reading_heads,
	'rule/manager-share': m.rule_reading_manager_share,
	'rule/mayoralty-posts': m.rule_reading_mayoralty_posts,
	'rule/parts': m.rule_reading_parts,
	'rule/nesting': m.rule_reading_nesting,
	'rule/statutory-posts': m.rule_reading_statutory_posts,
	'rule/deputy-mayors': m.rule_reading_deputy_mayors,
	'rule/budget-unknown': m.rule_reading_budget_unknown,
	'rule/audit-not-required': m.rule_reading_audit_not_required,
	'rule/audit-missing': m.rule_reading_audit_missing,
	'rule/audit-required': m.rule_reading_audit_required,
	'rule/no-audit-unit': m.rule_reading_no_audit_unit,
	'rule/audit-independence': m.rule_reading_audit_independence,
	'rule/controller': m.rule_reading_controller,
	'rule/controller-by-order': m.rule_reading_controller_by_order,
	'rule/council-unit': m.rule_reading_council_unit,
	'rule/planning-unit': m.rule_reading_planning_unit,
	'rule/mayoralty-above': m.rule_reading_mayoralty_above,
	'rule/mayoralty-at-least': m.rule_reading_mayoralty_at_least,
	'rule/shared-channel': m.rule_reading_shared_channel,
	'rule/shared-channel-residents-unknown': m.rule_reading_shared_channel_unknown,
	'rule/coverage': m.rule_reading_coverage,
	'rule/decision-not-entered': m.rule_reading_decision_not_entered,
	'rule/decision': m.rule_reading_decision,
	'rule/general-share': m.rule_reading_general_share,
	'rule/general-share-limit': m.rule_reading_general_share_limit,
	'rule/mayoralty-status': m.rule_reading_mayoralty_status,
	'rule/mayoralty-by-law': m.rule_reading_mayoralty_by_law,
	'rule/mayoralty-by-council': m.rule_reading_mayoralty_by_council,
	'rule/no-mayoral-office': m.rule_reading_no_mayoral_office,
	'rule/mayoral-offices': m.rule_reading_mayoral_offices,
	'rule/delegated-funding': m.rule_reading_delegated_funding,
	'rule/settlement-budgets': m.rule_reading_settlement_budgets,
	'rule/audit-joint': m.rule_reading_audit_joint,
	'rule/audit-joint-not': m.rule_reading_audit_joint_not,
	'rule/audit-not-closed': m.rule_reading_audit_not_closed,
	'rule/audit-closed': m.rule_reading_audit_closed,
	'rule/audit-committee': m.rule_reading_audit_committee,
	'rule/no-secretary': m.rule_reading_no_secretary,
	'rule/secretary': m.rule_reading_secretary,
	'rule/part-time': m.rule_reading_part_time,
	'rule/new-heads': m.rule_reading_new_heads,
	'rule/data-protection': m.rule_reading_data_protection,
	'rule/shared-officials': m.rule_reading_shared_officials,
	'rule/project-posts': m.rule_reading_project_posts,
	'rule/procurement-unit': m.rule_reading_procurement_unit,
	'rule/procurement-not-required': m.rule_reading_procurement_not_required,
	'rule/procurement-missing': m.rule_reading_procurement_missing,
	'rule/procurement-uncounted': m.rule_reading_procurement_uncounted,
	'rule/forest-not-required': m.rule_reading_forest_not_required,
	'rule/forest-structure': m.rule_reading_forest_structure,
	'rule/forest-contract': m.rule_reading_forest_contract,
	'rule/forest-unknown': m.rule_reading_forest_unknown,
	'rule/forest-form': m.rule_reading_forest_form,
	'rule/disaster-plan': m.rule_reading_disaster_plan,
	'rule/collective-bodies': m.rule_reading_collective_bodies,
	'rule/social-referral': m.rule_reading_social_referral,
	'rule/mayoralty-commissions': m.rule_reading_mayoralty_commissions,
	'rule/settlement-revenue': m.rule_reading_settlement_revenue,
	'rule/pay-shares': m.rule_reading_pay_shares,
	'rule/appraisal': m.rule_reading_appraisal,
	'rule/freeze-exempt': m.rule_reading_freeze_exempt,
	'rule/classifier': m.rule_reading_classifier,
	'rule/classifier-open': m.rule_reading_classifier_open,
	'rule/classifier-coded': m.rule_reading_classifier_coded,
	'rule/representation': m.rule_reading_representation,
	'rule/councillor-pay': m.rule_reading_councillor_pay,
};

/** How a rule was read, with the numbers it counted. */
export function readingText({ code, values }: RuleReading, options: InLocale = {}): string {
	if (code === NO_PARAMETER) return missingText(String(values['key']), options);
	const words: Values = Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, valueText(code, name, value, options)]),
	);
	return READINGS[code]?.(words as never, options) ?? code;
}

const NO_PARAMETER = 'rule/no-parameter';

/** Readings of rules that wait for a number of the day to be entered. */
const WAITING: ReadonlySet<string> = new Set([
	NO_PARAMETER,
	'rule/decision-not-entered',
	'rule/general-share',
]);

/** Whether a rule could say more if a number were entered for the day. */
export function lacksParameter({ code }: RuleReading): boolean {
	return WAITING.has(code);
}

const MISSING: Readonly<Record<string, Name>> = {
	'rule.approved-headcount': m.rule_missing_approved_headcount,
	'rule.post-step': m.rule_missing_post_step,
	'rule.unit-minimum': m.rule_missing_unit_minimum,
	'rule.manager-share-limit': m.rule_missing_manager_share,
	'rule.internal-audit-budget': m.rule_missing_audit_budget,
	'rule.council-unit': m.rule_missing_council_unit,
	'rule.spatial-planning-unit': m.rule_missing_planning_unit,
	'rule.mayoralty-population-above': m.rule_missing_mayoralty,
	'rule.shared-channel-population': m.rule_missing_shared_channel,
};

/** Parameters that stand for a duty: without one the duty is not in force, and nothing is left out. */
const DUTIES: ReadonlySet<string> = new Set([
	'rule.mayoralty-closed-by-law',
	'rule.headcount-freeze-exempt',
	'rule.data-protection-officer',
	'rule.social-referral',
	'rule.settlement-budgets',
	'rule.mayoralty-commissions',
	'rule.settlement-revenue-share',
	'rule.project-tasks',
	'rule.shared-official-hours',
	'rule.part-time.hours-from',
	'rule.procurement.budget',
	'rule.representation-share',
	'rule.audit-committee.least',
	'rule.audit-closing-periods',
]);

function missingText(key: string, options: InLocale): string {
	const own = MISSING[key];
	if (own) return own({}, options);
	const name = nameOfParameter(key, options);
	return DUTIES.has(key)
		? m.rule_missing_duty({ name }, options)
		: m.rule_reading_no_parameter({ name }, options);
}

/** Values that are shares whatever the rule, and limits that are a share or money. */
const SHARES: ReadonlySet<string> = new Set(['share', 'basic', 'additional', 'result']);
const SHARE_LIMITS: ReadonlySet<string> = new Set(['rule/manager-share', 'rule/general-share-limit']);
const MONEY_LIMITS = /^rule\/(audit|procurement)-/u;

function valueText(code: string, name: string, value: number | string, options: InLocale): string {
	if (typeof value === 'string') return value;
	const isLimit = name === 'limit';
	if (SHARES.has(name) || (isLimit && SHARE_LIMITS.has(code)))
		return formatShare(value, { digits: 1, ...options });
	if (name === 'budget' || (isLimit && MONEY_LIMITS.test(code)))
		return formatEuro(value as EurCents, options);
	return formatNumber(value, { digits: 2, ...options });
}

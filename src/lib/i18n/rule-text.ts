import type { RuleId, RuleItem, RuleReading } from '#lib/domain/scenario/index.ts';
import type { EurCents } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatEuro, formatNumber, formatShare } from './format.ts';
import type { InLocale } from './names.ts';
import { nameOfParameter } from './parameter-names.ts';

type Name = (inputs?: Record<string, never>, options?: InLocale) => string;

const RULES = {
	R02: m.scenario_rule_r02,
	R03: m.scenario_rule_r03,
	R04: m.scenario_rule_r04,
	R05: m.scenario_rule_r05,
	R06: m.scenario_rule_r06,
	R08: m.scenario_rule_r08,
	R09: m.scenario_rule_r09,
	R10: m.scenario_rule_r10,
	R12: m.scenario_rule_r12,
	R13: m.scenario_rule_r13,
	R17: m.scenario_rule_r17,
	R18: m.scenario_rule_r18,
	R19: m.scenario_rule_r19,
	R20: m.scenario_rule_r20,
	R23: m.scenario_rule_r23,
	R34: m.scenario_rule_r34,
	R38: m.scenario_rule_r38,
	R45: m.scenario_rule_r45,
} satisfies Record<RuleId, Name>;

export function nameOfRule(code: RuleId, options?: InLocale): string {
	return RULES[code]({}, options);
}

type Values = Readonly<Record<string, string>>;

const READINGS: Readonly<Record<string, (values: never, options?: InLocale) => string>> = {
	'rule/approved-headcount': m.scenario_reading_approved_headcount,
	'rule/post-step': m.scenario_reading_post_step,
	'rule/unit-minimum': m.scenario_reading_unit_minimum,
	'rule/heads': m.scenario_reading_heads,
	'rule/manager-share': m.scenario_reading_manager_share,
	'rule/mayoralty-posts': m.scenario_reading_mayoralty_posts,
	'rule/parts': m.scenario_reading_parts,
	'rule/nesting': m.scenario_reading_nesting,
	'rule/statutory-posts': m.scenario_reading_statutory_posts,
	'rule/deputy-mayors': m.scenario_reading_deputy_mayors,
	'rule/budget-unknown': m.scenario_reading_budget_unknown,
	'rule/audit-not-required': m.scenario_reading_audit_not_required,
	'rule/audit-missing': m.scenario_reading_audit_missing,
	'rule/audit-required': m.scenario_reading_audit_required,
	'rule/no-audit-unit': m.scenario_reading_no_audit_unit,
	'rule/audit-independence': m.scenario_reading_audit_independence,
	'rule/controller': m.scenario_reading_controller,
	'rule/controller-by-order': m.scenario_reading_controller_by_order,
	'rule/council-unit': m.scenario_reading_council_unit,
	'rule/planning-unit': m.scenario_reading_planning_unit,
	'rule/mayoralty-above': m.scenario_reading_mayoralty_above,
	'rule/mayoralty-at-least': m.scenario_reading_mayoralty_at_least,
	'rule/shared-channel': m.scenario_reading_shared_channel,
	'rule/shared-channel-residents-unknown': m.scenario_reading_shared_channel_unknown,
	'rule/coverage': m.scenario_reading_coverage,
};

/** How a rule was read, with the numbers it counted. */
export function readingText({ code, values }: RuleReading, options: InLocale = {}): string {
	if (code === NO_PARAMETER) return missingText(String(values['key']), options);
	const words: Values = Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, valueText(code, name, value, options)]),
	);
	return READINGS[code]?.(words as never, options) ?? code;
}

/** The rule could not be read because no number was entered for the day. */
export const NO_PARAMETER = 'rule/no-parameter';

const MISSING: Readonly<Record<string, Name>> = {
	'rule.approved-headcount': m.scenario_missing_approved_headcount,
	'rule.post-step': m.scenario_missing_post_step,
	'rule.unit-minimum': m.scenario_missing_unit_minimum,
	'rule.manager-share-limit': m.scenario_missing_manager_share,
	'rule.internal-audit-budget': m.scenario_missing_audit_budget,
	'rule.council-unit': m.scenario_missing_council_unit,
	'rule.spatial-planning-unit': m.scenario_missing_planning_unit,
	'rule.mayoralty-population-above': m.scenario_missing_mayoralty,
	'rule.shared-channel-population': m.scenario_missing_shared_channel,
};

function missingText(key: string, options: InLocale): string {
	return (
		MISSING[key]?.({}, options) ??
		m.scenario_reading_no_parameter({ name: nameOfParameter(key, options) }, options)
	);
}

const ITEMS: Readonly<Record<string, Name>> = {
	'rule/not-a-multiple': m.scenario_item_not_a_multiple,
	'rule/unit-too-small': m.scenario_item_unit_too_small,
	'rule/no-head': m.scenario_item_no_head,
	'rule/several-heads': m.scenario_item_several_heads,
	'rule/former-head': m.scenario_item_former_head,
	'rule/head-without-staff': m.scenario_item_head_without_staff,
	'rule/manager': m.scenario_item_manager,
	'rule/no-posts': m.scenario_item_no_posts,
	'rule/part-differs': m.scenario_item_part_differs,
	'rule/nested-in-its-kind': m.scenario_item_nested,
	'rule/statutory-post': m.scenario_item_statutory,
	'rule/counted': m.scenario_item_counted,
	'rule/audit-not-under-mayor': m.scenario_item_audit_not_under_mayor,
	'rule/operational-function': m.scenario_item_operational_function,
	'rule/too-few-residents': m.scenario_item_too_few_residents,
	'rule/residents-unknown': m.scenario_item_residents_unknown,
	'rule/power-uncovered': m.scenario_item_power_uncovered,
	'rule/no-basis': m.scenario_item_no_basis,
	'rule/no-owner': m.scenario_item_no_owner,
	'rule/several-owners': m.scenario_item_several_owners,
};

/** What is said of one thing that a rule counted: „без ръководител (0)“. */
export function ruleItemText({ code, value }: RuleItem, options: InLocale = {}): string {
	const text = ITEMS[code]?.({}, options) ?? code;
	return value === null ? text : `${text} (${formatNumber(value, { digits: 2, ...options })})`;
}

function valueText(code: string, name: string, value: number | string, options: InLocale): string {
	if (typeof value === 'string') return value;
	if (code === 'rule/manager-share' && (name === 'share' || name === 'limit'))
		return formatShare(value, { digits: 1, ...options });
	if (name === 'budget' || (name === 'limit' && code.startsWith('rule/audit-')))
		return formatEuro(value as EurCents, options);
	return formatNumber(value, { digits: 2, ...options });
}

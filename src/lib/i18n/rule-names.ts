import type { RuleId, RuleItem } from '#lib/domain/scenario/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatNumber } from './format.ts';
import type { InLocale } from './names.ts';

type Name = (inputs?: Record<string, never>, options?: InLocale) => string;

const RULES = {
	R01: m.rule_r01,
	R02: m.rule_r02,
	R03: m.rule_r03,
	R04: m.rule_r04,
	R05: m.rule_r05,
	R06: m.rule_r06,
	R07: m.rule_r07,
	R08: m.rule_r08,
	R09: m.rule_r09,
	R10: m.rule_r10,
	R11: m.rule_r11,
	R12: m.rule_r12,
	R13: m.rule_r13,
	R14: m.rule_r14,
	R15: m.rule_r15,
	R16: m.rule_r16,
	R17: m.rule_r17,
	R18: m.rule_r18,
	R19: m.rule_r19,
	R20: m.rule_r20,
	R21: m.rule_r21,
	R22: m.rule_r22,
	R23: m.rule_r23,
	R24: m.rule_r24,
	R25: m.rule_r25,
	R26: m.rule_r26,
	R27: m.rule_r27,
	R28: m.rule_r28,
	R29: m.rule_r29,
	R30: m.rule_r30,
	R31: m.rule_r31,
	R32: m.rule_r32,
	R33: m.rule_r33,
	R34: m.rule_r34,
	R35: m.rule_r35,
	R36: m.rule_r36,
	R37: m.rule_r37,
	R38: m.rule_r38,
	R39: m.rule_r39,
	R40: m.rule_r40,
	R41: m.rule_r41,
	R42: m.rule_r42,
	R43: m.rule_r43,
	R44: m.rule_r44,
	R45: m.rule_r45,
	R46: m.rule_r46,
	R47: m.rule_r47,
} satisfies Record<RuleId, Name>;

export function nameOfRule(code: RuleId, options?: InLocale): string {
	return RULES[code]({}, options);
}

const ITEMS: Readonly<Record<string, Name>> = {
	'rule/not-a-multiple': m.rule_item_not_a_multiple,
	'rule/unit-too-small': m.rule_item_unit_too_small,
	'rule/no-head': m.rule_item_no_head,
	'rule/several-heads': m.rule_item_several_heads,
	'rule/former-head': m.rule_item_former_head,
	'rule/head-without-staff': m.rule_item_head_without_staff,
	'rule/manager': m.rule_item_manager,
	'rule/no-posts': m.rule_item_no_posts,
	'rule/no-occupation': m.rule_item_no_occupation,
	'rule/part-differs': m.rule_item_part_differs,
	'rule/nested-in-its-kind': m.rule_item_nested,
	'rule/statutory-post': m.rule_item_statutory,
	'rule/counted': m.rule_item_counted,
	'rule/audit-not-under-mayor': m.rule_item_audit_not_under_mayor,
	'rule/operational-function': m.rule_item_operational_function,
	'rule/too-few-residents': m.rule_item_too_few_residents,
	'rule/residents-unknown': m.rule_item_residents_unknown,
	'rule/power-uncovered': m.rule_item_power_uncovered,
	'rule/no-basis': m.rule_item_no_basis,
	'rule/no-owner': m.rule_item_no_owner,
	'rule/several-owners': m.rule_item_several_owners,
	'rule/mayoralty-closed': m.rule_item_mayoralty_closed,
	'rule/mayoralty-opened': m.rule_item_mayoralty_opened,
	'rule/audit-unit-closed': m.rule_item_audit_unit_closed,
	'rule/political-post': m.rule_item_political_post,
	'rule/not-under-mayor': m.rule_item_not_under_mayor,
	'rule/part-time-not-expert': m.rule_item_part_time_not_expert,
	'rule/part-time-hours': m.rule_item_part_time_hours,
	'rule/new-head': m.rule_item_new_head,
	'rule/no-commission-function': m.rule_item_no_commission_function,
	'rule/body-tourist-sites': m.rule_item_body_missing,
	'rule/body-social-council': m.rule_item_body_missing,
	'rule/body-juvenile': m.rule_item_body_missing,
	'rule/body-spatial': m.rule_item_body_missing,
};

/** What is said of one thing that a rule counted: „без ръководител (0)“. */
export function ruleItemText({ code, value }: RuleItem, options: InLocale = {}): string {
	const text = ITEMS[code]?.({}, options) ?? code;
	return value === null ? text : `${text} (${formatNumber(value, { digits: 2, ...options })})`;
}

const BODIES: Readonly<Record<string, Name>> = {
	'tourist-sites': m.rule_body_tourist_sites,
	'social-council': m.rule_body_social_council,
	juvenile: m.rule_body_juvenile,
	spatial: m.rule_body_spatial,
};

/** A collective body that a rule asks for. */
export function nameOfBody(key: string, options?: InLocale): string {
	return BODIES[key]?.({}, options) ?? key;
}

import type { Parameter, ParameterUnit } from '#lib/domain/legal/index.ts';
import { eurCents } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatEuro, formatNumber } from './format.ts';

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
	bgn: m.parameter_unit_bgn,
	'bgn-per-eur': m.parameter_unit_bgn_per_eur,
	text: m.parameter_unit_text,
};

/** Parameters that say only that something applies from a day: their 1 counts nothing. */
const APPLYING: ReadonlySet<string> = new Set([
	'rule.council-unit',
	'rule.spatial-planning-unit',
	'rule.mayoralty-closed-by-council',
	'rule.mayoralty-closed-by-law',
	'rule.headcount-freeze-exempt',
	'rule.data-protection-officer',
	'rule.social-council',
	'rule.social-referral',
	'rule.settlement-budgets',
	'rule.mayoralty-commissions',
	'rule.project-tasks',
]);

/** Whether the value of a parameter is „applies“ and no number. */
export function isApplying({ key, value }: Pick<Parameter, 'key' | 'value'>): boolean {
	return value === 1 && APPLYING.has(key);
}

/** The unit of a parameter; nothing for one that only applies. */
export function parameterUnitText(parameter: Pick<Parameter, 'key' | 'value' | 'unit'>): string {
	return isApplying(parameter) ? '' : UNITS[parameter.unit]();
}

const CHOICES = new Map<string, () => string>([
	['council.majority-base:all', m.parameter_value_all_councillors],
	['council.amendment-majority-base:all', m.parameter_value_all_councillors],
	['council.amendment-majority-base:present', m.parameter_value_present_councillors],
	['council.majority-base:present', m.parameter_value_present_councillors],
]);

/** The value of a parameter in words; a choice of an installation's own is shown as it is. */
export function parameterValueText({ key, value, unit }: Pick<Parameter, 'key' | 'value' | 'unit'>): string {
	if (isApplying({ key, value })) return m.parameter_value_applies();
	if (typeof value !== 'number') return CHOICES.get(`${key}:${value}`)?.() ?? value;
	return unit === 'eur-cents' ? formatEuro(eurCents(value)) : formatNumber(value, { digits: 5 });
}

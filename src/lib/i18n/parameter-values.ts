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

export function nameOfParameterUnit(unit: ParameterUnit): string {
	return UNITS[unit]();
}

const CHOICES = new Map<string, () => string>([
	['council.majority-base:all', m.parameter_value_all_councillors],
	['council.amendment-majority-base:all', m.parameter_value_all_councillors],
	['council.amendment-majority-base:present', m.parameter_value_present_councillors],
	['council.majority-base:present', m.parameter_value_present_councillors],
]);

/** The value of a parameter in words; a choice of an installation's own is shown as it is. */
export function parameterValueText({ key, value, unit }: Pick<Parameter, 'key' | 'value' | 'unit'>): string {
	if (typeof value !== 'number') return CHOICES.get(`${key}:${value}`)?.() ?? value;
	return unit === 'eur-cents' ? formatEuro(eurCents(value)) : formatNumber(value, { digits: 5 });
}

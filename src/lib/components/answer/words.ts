import type { Share } from '#lib/domain/shared/index.ts';
import { share } from '#lib/domain/shared/index.ts';
import { amountOf, type SurveyMeasure, type SurveyParticipation } from '#lib/domain/workload/index.ts';
import { nameOfMonth } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { plainAmount } from './amounts.ts';

const MEASURES: Readonly<Record<SurveyMeasure, () => string>> = {
	percent: m.answer_measure_percent,
	'hours-week': m.answer_measure_hours,
	'days-month': m.answer_measure_days,
};
export const nameOfMeasure = (measure: SurveyMeasure): string => MEASURES[measure]();

const UNITS: Readonly<Record<SurveyMeasure, () => string>> = {
	percent: m.answer_unit_percent,
	'hours-week': m.answer_unit_hours,
	'days-month': m.answer_unit_days,
};
export const unitOfMeasure = (measure: SurveyMeasure): string => UNITS[measure]();

const KINDS: Readonly<Record<SurveyParticipation, () => string>> = {
	performs: m.answer_kind_performs,
	participates: m.answer_kind_participates,
	coordinates: m.answer_kind_coordinates,
	controls: m.answer_kind_controls,
};
export const nameOfKind = (kind: SurveyParticipation): string => KINDS[kind]();

const KIND_SENTENCES: Readonly<Record<SurveyParticipation, () => string>> = {
	performs: m.answer_review_kind_performs,
	participates: m.answer_review_kind_participates,
	coordinates: m.answer_review_kind_coordinates,
	controls: m.answer_review_kind_controls,
};
export const sentenceOfKind = (kind: SurveyParticipation): string => KIND_SENTENCES[kind]();

/** „12,5 %“, „5 ч. седмично“: a number with the unit of its measure. */
export function amountWithUnit(amount: number, measure: SurveyMeasure): string {
	return `${plainAmount(amount, getLocale())}\u00a0${unitOfMeasure(measure)}`;
}

/** A share of the whole working time with its unit. */
export function timeText(part: number, measure: SurveyMeasure, weeklyHours: number): string {
	return amountWithUnit(amountOf(part as Share, measure, { weeklyHours, whole: share(1) }), measure);
}

/** A share in the measure of the person and, in brackets, in another one that makes it easier to imagine. */
export function doubleText(part: number, measure: SurveyMeasure, weeklyHours: number): string {
	const other = otherMeasure(measure);
	return `${timeText(part, measure, weeklyHours)} (${timeText(part, other, weeklyHours)})`;
}

/** What stands beside an amount: hours beside per cent, per cent beside the others. */
export function otherMeasure(measure: SurveyMeasure): SurveyMeasure {
	return measure === 'percent' ? 'hours-week' : 'percent';
}

/** Names of the months of a mask, bit 0 is January. */
export function monthNames(mask: number): readonly string[] {
	return MONTHS.filter((at) => (mask >> at) & 1).map((at) => nameOfMonth(at + 1));
}

export const MONTHS = Array.from({ length: 12 }, (_, at) => at);

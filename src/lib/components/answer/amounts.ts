import type { Share } from '#lib/domain/shared/index.ts';
import { amountOf, wholeAmount, type MeasureBase } from '#lib/domain/workload/survey/measure.ts';
import type { SurveyMeasure } from '#lib/domain/workload/survey/types.ts';

/** An amount as it stands in a field: at most two decimals, „12,5“ in Bulgarian, „12.5“ in English. */
export function plainAmount(value: number, locale: string): string {
	const text = String(Math.round(value * 100) / 100);
	return locale === 'bg' ? text.replace('.', ',') : text;
}

/** The text of a field for a share; an empty one for no time, so that nothing has to be deleted first. */
export function fieldAmount(part: Share, measure: SurveyMeasure, base: MeasureBase, locale: string): string {
	return part === 0 ? '' : plainAmount(amountOf(part, measure, base), locale);
}

/** Decimals of what is shown hide the millionths: a whole that is full is shown as full. */
export function shownWhole(measure: SurveyMeasure, base: MeasureBase): number {
	return Math.round(wholeAmount(measure, base) * 100) / 100;
}

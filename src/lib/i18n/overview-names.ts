import type { CheckCode, SpanBand } from '#lib/domain/org/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { InLocale } from './names.ts';

type Name = (inputs?: Record<string, never>, options?: InLocale) => string;

const CHECKS = {
	'org/unit-without-head': m.overview_check_unit_without_head,
	'org/manager-with-one-report': m.overview_check_manager_with_one_report,
	'org/unit-with-one-sub-unit': m.overview_check_unit_with_one_sub_unit,
	'org/unit-without-function': m.overview_check_unit_without_function,
	'org/nesting': m.overview_check_nesting,
	'org/post-step': m.overview_check_post_step,
	'org/occupied-above-approved': m.overview_check_occupied_above_approved,
	'org/post-without-function': m.overview_check_post_without_function,
	'org/function-without-accountable': m.overview_check_function_without_accountable,
	'org/function-with-several-accountable': m.overview_check_function_with_several_accountable,
	'org/function-without-basis': m.overview_check_function_without_basis,
	'org/shares-above-one': m.overview_check_shares_above_one,
} satisfies Record<CheckCode, Name>;

/** What a design check found, as the heading of its list: „Звена без ръководител“. */
export function nameOfCheck(code: CheckCode, options?: InLocale): string {
	return CHECKS[code]({}, options);
}

const BANDS = {
	none: m.overview_band_none,
	single: m.overview_band_single,
	narrow: m.overview_band_narrow,
	below: m.overview_band_below,
	normal: m.overview_band_normal,
	extended: m.overview_band_extended,
	wide: m.overview_band_wide,
} satisfies Record<SpanBand, Name>;

export function nameOfSpanBand(code: SpanBand, options?: InLocale): string {
	return BANDS[code]({}, options);
}

type Sentence = (inputs: { name: string }, options?: InLocale) => string;

const FOUND: Readonly<Record<string, Sentence>> = {
	'unit-without-head': m.overview_found_unit_without_head,
	'manager-with-one-report': m.overview_found_manager_with_one_report,
	'unit-with-one-sub-unit': m.overview_found_unit_with_one_sub_unit,
	'unit-without-function': m.overview_found_unit_without_function,
	nesting: m.overview_found_nesting,
	'post-step': m.overview_found_post_step,
	'occupied-above-approved': m.overview_found_occupied_above_approved,
	'post-without-function': m.overview_found_post_without_function,
};

/** What a check found about a unit, as a sentence without its full stop; undefined for another code. */
export function checkSentence(code: string, name: string, options?: InLocale): string | undefined {
	return FOUND[code]?.({ name }, options);
}

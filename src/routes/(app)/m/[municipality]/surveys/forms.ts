import { SURVEY_AUDIENCES, SURVEY_VALIDATORS, type SurveyPlan } from '#lib/domain/workload/index.ts';
import { share } from '#lib/domain/shared/index.ts';
import { choice, day, decimal, id, optionalText, text } from '#lib/forms/index.ts';
import { z } from 'zod';

export const planSchema = z.object({
	name: text(200),
	nameEn: optionalText(200),
	periodFrom: day(),
	periodTo: day(),
	closesOn: day(),
	validator: choice(SURVEY_VALIDATORS),
	seenBy: choice(SURVEY_AUDIENCES),
	tolerance: decimal({ min: 0, max: 100 }),
	units: z.array(id()).max(1000).default([]),
});

export function planOf(form: z.infer<typeof planSchema>): SurveyPlan {
	const { name, nameEn, periodFrom, periodTo, closesOn, validator, seenBy, tolerance } = form;
	return {
		name: { bg: name, en: nameEn },
		...{ periodFrom, periodTo, closesOn, validator, seenBy },
		tolerance: share(tolerance / 100),
	};
}

/** One person, one unit, or everybody in the campaign. */
export const scopeSchema = z.object({ respondent: id().optional(), unit: unitOrAll() });
/** The same for new links; `clears` was confirmed where answers are deleted for it. */
export const reissueSchema = scopeSchema.extend({
	clears: z
		.literal('yes')
		.optional()
		.transform((value) => value === 'yes'),
});
export const extendSchema = z.object({ unit: unitOrAll(), until: day() });

export const leaveOutSchema = z.union([z.object({ respondent: id() }), z.object({ unit: id() })]);

/** An empty choice is everybody. */
function unitOrAll() {
	return z
		.union([z.literal(''), id()])
		.optional()
		.transform((value) => (value === '' ? undefined : value));
}

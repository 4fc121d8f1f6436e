import {
	isMunicipalitySlug,
	isYearOrDay,
	municipalityName,
	PROVINCE_NAMES,
	provinceOf,
	suggestMunicipalitySlug,
	type MunicipalityDetails,
} from '#lib/domain/org/index.ts';
import { eurCents } from '#lib/domain/shared/index.ts';
import { choice, optionalDecimal, optionalText, revision, text } from '#lib/forms/index.ts';
import type { NewMunicipality } from '#lib/server/services/municipality.ts';
import { z } from 'zod';

const yearOrDay = optionalText(10).refine((value) => value === null || isYearOrDay(value), {
	message: 'code:not-a-year-or-day',
});

const details = {
	name: text(100),
	name_en: optionalText(120),
	province: choice(PROVINCE_NAMES as [string, ...string[]]),
	population: optionalDecimal({ min: 0, max: 3_000_000 }).refine(
		(value) => value === null || Number.isInteger(value),
		{ message: 'code:not-whole' },
	),
	population_as_of: yearOrDay,
	budget: optionalDecimal({ min: 0, max: 10_000_000_000 }),
	budget_as_of: yearOrDay,
};

const slug = optionalText(60).refine((value) => value === null || isMunicipalitySlug(value), {
	message: 'code:slug-shape',
});

/** A new municipality; without a word for the address the one that its name suggests. */
export const newMunicipality = z
	.object({ ...details, slug })
	.refine((given) => given.slug !== null || isMunicipalitySlug(suggestMunicipalitySlug(given.name)), {
		path: ['slug'],
		message: 'code:slug-shape',
	});
export const changedMunicipality = z.object({ ...details, revision: revision() });

type Given = Omit<z.infer<typeof changedMunicipality>, 'revision'>;

export function toNewMunicipality(given: z.infer<typeof newMunicipality>): NewMunicipality {
	return { ...toDetails(given), slug: given.slug ?? suggestMunicipalitySlug(given.name) };
}

export function toDetails(given: Given): MunicipalityDetails {
	return {
		name: municipalityName(given.name, given.name_en),
		oblast: provinceOf(given.province) ?? { bg: given.province, en: null },
		population: given.population,
		populationAsOf: given.population === null ? null : given.population_as_of,
		budget: given.budget === null ? null : eurCents(Math.round(given.budget * 100)),
		budgetAsOf: given.budget === null ? null : given.budget_as_of,
	};
}

/** The field at which a refusal stands. */
export const FIELD_OF: Readonly<Record<string, string>> = {
	'municipality/slug-taken': 'slug',
	'municipality/name-taken': 'name',
};

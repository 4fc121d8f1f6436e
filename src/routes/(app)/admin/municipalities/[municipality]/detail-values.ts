import { plainMunicipalityName, type Municipality } from '#lib/domain/org/index.ts';

/** What the fields of the form hold before anybody changes them. */
export function detailValues(municipality: Municipality): Readonly<Record<string, string>> {
	const { name, oblast, population, populationAsOf, budget, budgetAsOf } = municipality;
	return {
		name: plainMunicipalityName(name.bg),
		name_en: name.en ?? '',
		province: oblast.bg,
		population: population === null ? '' : String(population),
		population_as_of: populationAsOf ?? '',
		budget: budget === null ? '' : String(budget / 100).replace('.', ','),
		budget_as_of: budgetAsOf ?? '',
	};
}

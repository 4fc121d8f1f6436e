import { checkRules, RULE_PARAMETERS, type RuleId } from '#lib/domain/scenario/index.ts';
import type { Parameter, ParameterUnit } from '#lib/domain/legal/index.ts';
import type { Post, Power, Settlement, Structure } from '#lib/domain/org/index.ts';
import { eurCents, isoDate } from '#lib/domain/shared/index.ts';
import { smallStructure } from './small-structure.ts';

export function parameter(
	key: string,
	value: number,
	period: { from?: string; to?: string } = {},
	unit: ParameterUnit = 'count',
): Parameter {
	return {
		key,
		municipality: null,
		value,
		unit,
		validFrom: isoDate(period.from ?? '2000-01-01'),
		validTo: period.to === undefined ? null : isoDate(period.to),
		citation: 'пример',
		note: null,
	};
}

/** Residents of a mayoralty: 350 until 2015, 100 from 2015 to 2020, more than 350 from 2020. */
export const PARAMETERS: readonly Parameter[] = [
	parameter(RULE_PARAMETERS.postStep, 0.5),
	parameter(RULE_PARAMETERS.managerShare, 0.2, {}, 'share'),
	// 10 000 000 лв. ÷ 1,95583 = 5 112 918,81 €
	parameter(RULE_PARAMETERS.auditBudget, 511_291_881, {}, 'eur-cents'),
	parameter(RULE_PARAMETERS.auditPosts, 2),
	parameter(RULE_PARAMETERS.councilUnit, 1, { from: '2018-03-01' }),
	parameter(RULE_PARAMETERS.mayoraltyAtLeast, 350, { to: '2015-01-01' }),
	parameter(RULE_PARAMETERS.mayoraltyAtLeast, 100, { from: '2015-01-01', to: '2020-01-01' }),
	parameter(RULE_PARAMETERS.mayoraltyAbove, 350, { from: '2020-01-01' }),
	parameter(RULE_PARAMETERS.sharedChannelPopulation, 10_000, { from: '2023-05-04' }, 'people'),
	parameter(RULE_PARAMETERS.sharedChannelPosts, 50, { from: '2023-05-04' }),
	parameter(RULE_PARAMETERS.planningUnit, 1, { from: '2020-01-01' }),
];

export function verdict(
	rule: RuleId,
	structure: Structure,
	asOf = '2014-01-01',
	powers: readonly Power[] = [],
) {
	const found = checkRules({ structure, parameters: PARAMETERS, asOf: isoDate(asOf), powers }).find(
		(candidate) => candidate.rule === rule,
	);
	if (!found) throw new Error(`no rule ${rule}`);
	return found;
}

export const withPosts = (posts: readonly Post[]) => ({ ...smallStructure(), posts });
export const withBudget = (millionBgn: number) => ({
	...smallStructure(),
	municipality: {
		...smallStructure().municipality,
		budget: eurCents(Math.round((millionBgn * 100_000_000) / 1.95583)),
	},
});
export const place = (name: string, population: number | null): Settlement => ({
	name: { bg: name, en: null },
	kind: 'village',
	status: 'mayoralty',
	ekatte: null,
	population,
	origin: { verification: 'verified', source: 'пример', asOf: null },
});
export const withPlace = (name: string, population: number | null) => ({
	...smallStructure(),
	settlements: [place(name, population)],
});

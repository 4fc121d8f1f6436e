import { expect, it } from 'vitest';
import { comparedMunicipality, countedYears } from '#lib/domain/workload/index.ts';
import { aFunction, aStructure, aUnit, anActivity, functionKey } from './builders.ts';

const plain = aStructure({
	units: [aUnit('u')],
	functions: [aFunction('f'), aFunction('g')],
	activities: [
		{ ...anActivity('a', { fn: 'f', unit: 'u', volume: 10, minutes: 30 }), dataYear: 2025 },
		{ ...anActivity('b', { fn: 'f', unit: 'u', volume: 5, minutes: 30 }), dataYear: 2023 },
		{ ...anActivity('c', { fn: 'f', unit: 'u', volume: null, minutes: 30 }), dataYear: 2021 },
		{ ...anActivity('d', { fn: 'g', unit: 'u', volume: 7, minutes: null }), dataYear: 2024 },
	],
});

it('the data years of a function are those of its counted volumes, ascending', () => {
	expect(countedYears(plain, functionKey('f'))).toEqual([2023, 2025]);
	expect(countedYears(plain, null)).toEqual([2023, 2024, 2025]);
});

it('a compared municipality shows its size, the year of its structure and of its volumes', () => {
	const { municipality } = plain;
	const elena = {
		...plain,
		municipality: { ...municipality, population: 10_497, populationAsOf: '2014' },
	};
	expect(comparedMunicipality(elena)).toEqual({
		name: municipality.name,
		structureYear: 2026,
		dataYears: [2023, 2024, 2025],
		inhabitants: 10_497,
		inhabitantsAsOf: '2014',
		settlements: 0,
	});
});

import { describe, expect, it } from 'vitest';
import {
	delegatedTransfer,
	transferDrivers,
	transferStandard,
	type TransferStandard,
} from '#lib/domain/scenario/index.ts';
import { headcount } from '#lib/domain/shared/index.ts';
import { demo, demoStructure } from '#tests/support/fixtures.ts';

const standard = transferStandard(demo.parameters) as TransferStandard;
const thousands = (population: number, mayors: number, officials: number) => {
	const drivers = { population, mayors: headcount(mayors), officials: headcount(officials) };
	return (delegatedTransfer(drivers, standard)?.total ?? Number.NaN) / 100_000;
};

describe('the delegated amount by the standard of 2014', () => {
	it('is that of the published oracles', () => {
		expect(standard.year).toBe(2014);
		// Елена, Лясковец, Попово, Троян
		expect(thousands(10_497, 3, 16)).toBeCloseTo(524.8, 1);
		expect(thousands(14_241, 5, 0)).toBeCloseTo(493.6, 1);
		expect(thousands(33_071, 16, 18)).toBeCloseTo(1007.4, 1);
		expect(thousands(34_775, 9, 12)).toBeCloseTo(897.7, 1);
	});

	it('falls by about 5,8 thousand лв. where an elected mayor gives way to an official', () => {
		expect(thousands(10_497, 3, 16) - thousands(10_497, 2, 17)).toBeCloseTo(5.83, 2);
	});

	it('goes on along the first and the last line outside the points', () => {
		// 1 000 and 5 000 residents: 270,6 and 291,6, so 5,25 a thousand
		expect(thousands(0, 0, 0)).toBeCloseTo(270.6 - 5.25, 2);
		// 45 000 and 60 000: 826,6 and 1 053,9
		expect(thousands(75_000, 0, 0)).toBeCloseTo(1053.9 + 227.3, 1);
		expect(thousands(1000, 0, 0)).toBe(270.6);
	});

	it('counts halves, and nothing while the residents are unknown', () => {
		expect(thousands(1000, 0, 0.5)).toBeCloseTo(270.6 + 3.495, 2);
		const unknown = { population: null, mayors: headcount(1), officials: headcount(1) };
		expect(delegatedTransfer(unknown, standard)).toBeNull();
	});

	it('is not computed while a term is missing', () => {
		expect(transferStandard(demo.parameters.filter(({ key }) => !key.endsWith('.official')))).toBeUndefined();
		expect(transferStandard([])).toBeUndefined();
	});

	it('reads three mayors and sixteen officials from the structure of Елена', () => {
		expect(transferDrivers(demoStructure('elena'))).toMatchObject({ mayors: 3, officials: 16 });
		expect(transferDrivers(demoStructure('lyaskovets'))).toMatchObject({ mayors: 5, officials: 0 });
	});
});

import { describe, expect, it } from 'vitest';
import {
	certain,
	computeAnalyticFte,
	estimateOf,
	mapEstimate,
	meanProcessingTime,
	observationsNeeded,
	pertMean,
	respondentsNeeded,
	samplingError,
	sumEstimates,
} from '#lib/domain/workload/index.ts';

const FLAT = { personal: 0.05, material: 0.05 };

describe('the analytic method (oracle T9)', () => {
	it('adds personal and material distribution time to the base time', () => {
		expect(meanProcessingTime(30, FLAT)).toBeCloseTo(33, 9);
	});

	it('needs 3,9286 posts for 12 000 cases', () => {
		// 12 000 × 33 = 396 000 min ÷ (1 680 × 60)
		expect(computeAnalyticFte([{ cases: 12_000, baseMinutes: 30 }], FLAT, 1680)).toBeCloseTo(3.9286, 4);
	});
});

describe('estimates', () => {
	it('take the PERT mean of three values', () => {
		expect(pertMean({ low: 20, usual: 30, high: 52 })).toBe(32);
	});

	it('are refused when the three values are out of order', () => {
		expect(estimateOf({ low: 30, usual: 20, high: 40 })).toBeNull();
		expect(estimateOf({ low: 10, usual: 20, high: 15 })).toBeNull();
		expect(estimateOf({ low: 10, usual: 10, high: 10 })).toEqual({ low: 10, expected: 10, high: 10 });
	});

	it('add each bound by itself', () => {
		const sum = sumEstimates([{ low: 1, expected: 2, high: 4 }, certain(3)]);
		expect(sum).toEqual({ low: 4, expected: 5, high: 7 });
		expect(mapEstimate(sum, (value) => value * 2)).toEqual({ low: 8, expected: 10, high: 14 });
	});
});

describe('work sampling (oracle T10)', () => {
	it.each([
		[0.3, 0.04, 2, 525],
		[0.25, 0.02, 1.96, 1801],
		[0.25, 0.05, 1.96, 289],
		[0.5, 0.03, 1.96, 1068],
		// 2,5758² × 0,65 × 0,35 ÷ 0,02² = 3 773,6; the page that prints 5 417 is wrong
		[0.65, 0.02, 2.5758, 3774],
	])('with p %d, error %d and z %d takes %i observations, rounded up', (share, error, z, expected) => {
		expect(observationsNeeded({ share, error, z })).toBe(expected);
	});

	it('has an error of 9,6 points for 40 of 100', () => {
		expect(samplingError({ share: 0.4, observations: 100, z: 1.96 })).toBeCloseTo(0.096, 3);
	});

	it('asks 373 of 12 000 people for 5 % error (oracle T13)', () => {
		expect(respondentsNeeded({ share: 0.5, error: 0.05, z: 1.96, population: 12_000 })).toBe(373);
	});
});

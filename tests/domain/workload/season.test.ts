import { describe, expect, it } from 'vitest';
import { annualVolume } from '#lib/domain/shared/index.ts';
import {
	computeUnitTerms,
	namedPeaks,
	seasonOf,
	yearOfMonths,
	type SurveyAnswer,
	type UnitTerms,
} from '#lib/domain/workload/index.ts';
import fc from 'fast-check';
import { aPost, anActivity } from './builders.ts';

/** 240 working days, 20 a month; one post with 1 200 available hours. */
const EVEN_DAYS = Array.from({ length: 12 }, () => 20);

function termsOf(activities: Parameters<typeof computeUnitTerms>[0]['activities']): UnitTerms {
	const posts = [aPost('p', 'u', { relation: 'labour' })];
	const times = new Map([['labour', { hours: 1200 }]]) as never;
	const found = computeUnitTerms({
		posts,
		allPosts: posts,
		activities,
		allowances: [],
		times,
		distribution: null,
	});
	if (!found.ok) throw new Error(found.error.code);
	return found.value;
}

const months = (...cases: number[]) => ({ months: cases.map(annualVolume) });
const ONLY_MARCH = [0, 0, 120, 0, 0, 0, 0, 0, 0, 0, 0, 0];

describe('the need by months', () => {
	it('puts the cases of a month against the hours of that month', () => {
		// 120 cases × 60 min = 120 h; 1 200 h ÷ 12 = 100 h a month → 1,2 posts in March, 0,1 over the year.
		const terms = termsOf([
			{ ...anActivity('a', { fn: 'f', unit: 'u', volume: 120, minutes: 60 }), ...months(...ONLY_MARCH) },
		]);
		const season = seasonOf({ terms, workingDays: EVEN_DAYS, peakFrom: 1.2 });
		expect(season?.months.map(({ required }) => round(required.expected))).toEqual([
			0, 0, 1.2, 0, 0, 0, 0, 0, 0, 0, 0, 0,
		]);
		expect(round(season?.required.expected ?? 0)).toBe(0.1);
		expect(season?.months.filter(({ isPeak }) => isPeak).map(({ month }) => month)).toEqual([3]);
	});

	it('is not measured where nobody counted by months', () => {
		const terms = termsOf([anActivity('a', { fn: 'f', unit: 'u', volume: 120, minutes: 60 })]);
		expect(seasonOf({ terms, workingDays: EVEN_DAYS, peakFrom: 1.2 })).toBeNull();
	});

	it('spreads what was counted by the year alone evenly, and says how much was counted by months', () => {
		// 120 h in March alone and 360 h over the year: 480 h, a quarter counted by months; each month 30 h ÷ 100 h more.
		const terms = termsOf([
			{ ...anActivity('a', { fn: 'f', unit: 'u', volume: 120, minutes: 60 }), ...months(...ONLY_MARCH) },
			anActivity('b', { fn: 'f', unit: 'u', volume: 360, minutes: 60 }),
		]);
		const season = seasonOf({ terms, workingDays: EVEN_DAYS, peakFrom: 1.2 });
		expect(season?.coverage).toBe(0.25);
		expect(round(season?.months[0]?.required.expected ?? 0)).toBe(0.3);
		expect(round(season?.months[2]?.required.expected ?? 0)).toBe(1.5);
	});

	it('is a peak on the bound itself', () => {
		// Twelve months of 10 h and one of them 12 h more: 120 + 12 = 132 h, mean 11 h; 22 ÷ 11 = 2 exactly.
		const cases = [22, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10];
		const terms = termsOf([
			{ ...anActivity('a', { fn: 'f', unit: 'u', volume: 132, minutes: 60 }), ...months(...cases) },
		]);
		const peaksFrom = (peakFrom: number) =>
			seasonOf({ terms, workingDays: EVEN_DAYS, peakFrom })?.months.filter(({ isPeak }) => isPeak).length;
		expect([peaksFrom(2), peaksFrom(2.01)]).toEqual([1, 0]);
	});

	it('comes to the need of the year, whatever the months and their working days', () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat(500), { minLength: 12, maxLength: 12 }),
				fc.array(fc.integer({ min: 1, max: 23 }), { minLength: 12, maxLength: 12 }),
				fc.integer({ min: 1, max: 300 }),
				(cases, workingDays, minutes) => {
					fc.pre(cases.some((count) => count > 0));
					const volume = cases.reduce((sum, count) => sum + count, 0);
					const terms = termsOf([
						{ ...anActivity('a', { fn: 'f', unit: 'u', volume, minutes }), ...months(...cases) },
					]);
					const season = seasonOf({ terms, workingDays, peakFrom: 1.2 });
					const days = workingDays.reduce((sum, count) => sum + count, 0);
					const mean = season?.months.reduce(
						(sum, month) => sum + (month.required.expected * month.workingDays) / days,
						0,
					);
					expect(mean).toBeCloseTo(terms.requiredFte.expected, 9);
				},
			),
		);
	});
});

describe('the year of counted months', () => {
	it('is their sum where it was not given', () => {
		expect(yearOfMonths(null, ONLY_MARCH)).toEqual({ ok: true, value: 120 });
	});
	it('is refused where it differs from them', () => {
		expect(yearOfMonths(121, ONLY_MARCH)).toEqual({
			ok: false,
			error: { code: 'workload/months-sum', field: 'months', sum: 120 },
		});
	});
	it('stays as it is without months', () => {
		expect(yearOfMonths(null, null)).toEqual({ ok: true, value: null });
	});
});

describe('the months that people name', () => {
	const answer = (share: number, peakMonths: number) => ({ share, peakMonths }) as SurveyAnswer;
	it('weigh as much as the time of the work', () => {
		// 60 % of the time has its peak in March (bit 2), 40 % has none.
		const months = namedPeaks([[answer(0.6, 0b100), answer(0.4, 0)]], 1);
		expect(months?.map((part) => (part === 'hidden' ? part : round(part)))).toEqual([
			0, 0, 0.6, 0, 0, 0, 0, 0, 0, 0, 0, 0,
		]);
	});
	it('are not measured where nobody named any', () => {
		expect(namedPeaks([[answer(1, 0)]], 1)).toBeNull();
	});
	it('are hidden month by month where fewer people named it than may be shown', () => {
		// Three people name March, two of them April as well, one May: (0,5 + 0,5 + 0,5) ÷ 3 = 0,5
		const [march, april, may] = [0b100, 0b1000, 0b10000];
		const people = [
			[answer(0.5, march | april), answer(0.5, may)],
			[answer(0.5, march | april), answer(0.5, 0)],
			[answer(0.5, march), answer(0.5, 0)],
		];
		expect(namedPeaks(people, 3)?.slice(2, 6)).toEqual([0.5, 'hidden', 'hidden', 0]);
		expect(namedPeaks([[answer(1, march)]], 3)).toBeNull();
	});
});

function round(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}

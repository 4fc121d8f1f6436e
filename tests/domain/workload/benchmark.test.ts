import { describe, expect, it } from 'vitest';
import { loadBenchmarks } from '#fixtures/load.ts';
import {
	benchmarkRatios,
	compareStaff,
	nearestBenchmarks,
	standingOf,
	type Benchmark,
} from '#lib/domain/workload/index.ts';

const { rows, staff } = loadBenchmarks();
const named = (name: string, province = 'Велико Търново') => {
	const found = rows.find((row) => row.name === name && row.province === province);
	if (!found) throw new Error(name);
	return found;
};
const sum = (of: (row: Benchmark) => number) =>
	Math.round(rows.reduce((all, row) => all + of(row), 0) * 10) / 10;

describe('the published table for 2014', () => {
	it('sums to the row „ВСИЧКО“ of the act in every column', () => {
		expect(rows).toHaveLength(264);
		expect([
			sum((row) => row.districtMayors),
			sum((row) => row.mayors),
			sum((row) => row.officials),
			sum((row) => row.population),
			sum((row) => row.delegated),
			sum((row) => row.administration),
		]).toEqual([35, 1987, 1855.5, 8_451_350, 1_988_198.8, 217_200]);
	});
	it('names both municipalities of the project in Cyrillic letters alone', () => {
		expect(rows.filter(({ name }) => /[a-z]/iu.test(name))).toEqual([]);
		expect(named('Елена').population).toBe(10_497);
		expect(named('Лясковец').mayors).toBe(5);
	});
});

describe('the ratios of a municipality', () => {
	it('divide by residents, by settlements with a mayor or an official, and by all delegated money', () => {
		// Елена: 527,7 ÷ 10,497 = 50,27; 527,7 ÷ (3 + 16) = 27,77; 527,7 ÷ 3 658,5 = 14,42 %.
		const { perThousand, perSettlement, share } = benchmarkRatios(named('Елена'));
		expect([perThousand, perSettlement ?? 0, share].map((value) => Number(value.toFixed(4)))).toEqual([
			50.2715, 27.7737, 0.1442,
		]);
	});
	it('have none by settlement where there is no settlement with a mayor or an official', () => {
		expect(benchmarkRatios(named('Ямбол', 'Ямбол')).perSettlement).toBeNull();
	});
});

describe('municipalities of the same size', () => {
	it('are ordered by the difference in residents and settlements together, without the own one', () => {
		const near = nearestBenchmarks(rows, named('Елена'), 8);
		expect(near.map(({ benchmark }) => benchmark.name)).not.toContain('Елена');
		expect(near.map(({ distance }) => distance)).toEqual(
			[...near.map(({ distance }) => distance)].sort((a, b) => a - b),
		);
		// Бобов дол 9 282 residents, 16 settlements: |log₂ 0,8843| + 3 ÷ 19 = 0,1775 + 0,1579 = 0,3354.
		const [bobov] = nearestBenchmarks([named('Бобов дол', 'Кюстендил')], named('Елена'), 1);
		expect(bobov?.distance.toFixed(3)).toBe('0.335');
	});
	it('are one apart with twice the residents and as many settlements', () => {
		const own = named('Елена');
		const twice = { ...own, name: 'Друга', population: own.population * 2 };
		expect(nearestBenchmarks([twice], own, 3)[0]?.distance).toBe(1);
	});
});

describe('the place among others', () => {
	it('counts from the least, and the median is the middle', () => {
		expect(standingOf([3, 1, 2, 10], 2)).toEqual({ place: 2, of: 4, median: 2.5 });
		expect(standingOf([], 2)).toBeNull();
	});
});

describe('published staff numbers', () => {
	it('are scaled by residents, and the own number is left out', () => {
		// Тетевен 134 ÷ 22,916 = 5,847 for 1 000 residents; × 10,497 = 61,38 posts in Елена.
		const found = compareStaff(staff, rows, named('Елена')).find((one) => one.staff.name === 'Тетевен');
		expect([found?.perThousand.toFixed(3), found?.here.toFixed(2)]).toEqual(['5.847', '61.38']);
		expect(compareStaff(staff, rows, named('Лясковец')).map((one) => one.staff.name)).not.toContain(
			'Лясковец',
		);
	});
});

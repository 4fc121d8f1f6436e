import { describe, expect, it } from 'vitest';
import { layoutWorkloadBars, type WorkloadBarInput } from '#lib/charts/workload-bars.ts';

const row = (over: Partial<WorkloadBarInput>): WorkloadBarInput => ({
	key: 'u',
	need: { low: 4, expected: 6, high: 9 },
	approved: 8,
	occupied: 7,
	class: 'below-norm',
	...over,
});

describe('bars of workload', () => {
	it('start at zero and are proportional to the posts', () => {
		// The longest amount is 9, the axis ends at 10: one post is 10 % of the width.
		const { bars, ticks } = layoutWorkloadBars([row({})]);
		expect(bars).toEqual([
			{
				key: 'u',
				class: 'below-norm',
				need: { at: 0, width: 60 },
				range: { at: 40, width: 50 },
				approved: { at: 0, width: 80 },
				occupied: { at: 0, width: 70 },
			},
		]);
		expect(ticks[0]).toEqual({ value: 0, at: 0 });
		expect(ticks.at(-1)).toEqual({ value: 10, at: 100 });
	});

	it('have no need where nobody measured and no whisker where the need is certain', () => {
		const certain = row({ key: 'b', need: { low: 5, expected: 5, high: 5 } });
		const { bars } = layoutWorkloadBars([row({ key: 'a', need: null }), certain]);
		expect(bars.map((bar) => [bar.need === null, bar.range === null])).toEqual([
			[true, true],
			[false, true],
		]);
	});

	it('share one axis, which whiskers never leave', () => {
		const { bars } = layoutWorkloadBars([
			row({}),
			row({ key: 'b', need: { low: 1, expected: 2, high: 37 } }),
		]);
		const range = bars[1]?.range;
		expect(range && range.at + range.width).toBeLessThanOrEqual(100);
	});

	it('survive an empty list and a unit without posts', () => {
		expect(layoutWorkloadBars([]).bars).toEqual([]);
		const { bars } = layoutWorkloadBars([row({ need: null, approved: 0, occupied: 0 })]);
		expect(bars[0]?.approved).toEqual({ at: 0, width: 0 });
	});
});

import { describe, expect, it } from 'vitest';
import { layoutYears } from '#lib/charts/year-bars.ts';

describe('the drawing of two years', () => {
	it('puts both years over one axis from zero, and leaves out what is not measured', () => {
		const { bars, ticks } = layoutYears([
			{ key: 'a', before: 1.6, after: 2 },
			{ key: 'b', before: 1, after: null },
		]);
		expect(bars).toEqual([
			{ key: 'a', before: { at: 0, width: 80 }, after: { at: 0, width: 100 } },
			{ key: 'b', before: { at: 0, width: 50 }, after: null },
		]);
		expect(ticks[0]).toEqual({ value: 0, at: 0 });
		expect(ticks.at(-1)).toEqual({ value: 2, at: 100 });
	});

	it('has an axis to 1 where nothing is measured', () => {
		expect(layoutYears([{ key: 'a', before: null, after: null }]).ticks.at(-1)).toEqual({
			value: 1,
			at: 100,
		});
	});
});

import { describe, expect, it } from 'vitest';
import { layoutNeeds, layoutStack } from '#lib/charts/workload-needs.ts';

describe('the marks of the three methods', () => {
	it('stand on one zero-based axis that holds the longest whisker', () => {
		// The longest is 4 posts; the axis ends at 4.
		const { rows, ticks } = layoutNeeds([
			{
				key: 'u',
				approved: 3,
				occupied: 2,
				marks: [{ method: 'volume', fte: { low: 1, expected: 2, high: 4 }, isHeard: true }],
			},
		]);
		expect(rows[0]?.occupied).toEqual({ at: 0, width: 50 });
		expect(rows[0]?.marks).toEqual([
			{ method: 'volume', at: 50, range: { at: 25, width: 75 }, isHeard: true },
		]);
		expect(ticks.at(-1)).toEqual({ value: 4, at: 100 });
	});

	it('have no whisker where the value is certain, and an axis even with nothing on it', () => {
		const certain = { low: 1, expected: 1, high: 1 };
		const row = { key: 'u', approved: 0, occupied: 0 };
		const drawn = layoutNeeds([{ ...row, marks: [{ method: 'survey', fte: certain, isHeard: false }] }]);
		expect(drawn.rows[0]?.marks[0]).toMatchObject({ range: null, isHeard: false });
		expect(layoutNeeds([{ ...row, marks: [] }]).ticks.at(-1)?.value).toBe(1);
	});
});

it('parts of a stack follow each other and parts of nothing are left out', () => {
	const parts = [
		{ key: 'a', value: 1 },
		{ key: 'b', value: 0 },
		{ key: 'c', value: 3 },
	];
	expect(layoutStack(parts, 8)).toEqual([
		{ key: 'a', value: 1, at: 0, width: 12.5 },
		{ key: 'c', value: 3, at: 12.5, width: 37.5 },
	]);
});

import { describe, expect, it } from 'vitest';
import {
	WEIGHED_MEASURES,
	weighAlternatives,
	type MeasureValues,
	type WeighedMeasure,
	type Weights,
} from '#lib/domain/scenario/index.ts';

const SAME: MeasureValues = {
	...{ administration: 10, cost: 100, units: 4, layers: 3, span: 4, 'specialised-share': 0.6 },
	...{ 'open-overlaps': 2, 'failed-rules': 1, 'unanswered-functions': 0 },
};
const side = (changes: Partial<Record<keyof MeasureValues, number | null>>) => ({ ...SAME, ...changes });
const weights = (given: Partial<Record<WeighedMeasure, number>>) =>
	Object.fromEntries(WEIGHED_MEASURES.map((measure) => [measure, given[measure] ?? 0])) as Weights;

describe('a weighing of alternatives', () => {
	it('gives the best value one point, the worst none, and adds them by their weights', () => {
		// cost 120, 110, 100 → 0, ½, 1; rules 1, 1, 2 → 1, 1, 0; weights 2 and 1
		// sums 1/3, (1 + 1)/3, 2/3: the last two are equal
		const result = weighAlternatives(
			[side({ cost: 120 }), side({ cost: 110 }), side({ 'failed-rules': 2 })],
			weights({ cost: 2, 'failed-rules': 1 }),
		);
		expect(result.rows.find(({ measure }) => measure === 'cost')?.points).toEqual([0, 0.5, 1]);
		expect(result.rows.find(({ measure }) => measure === 'failed-rules')?.points).toEqual([1, 1, 0]);
		expect(result.totals?.map((total) => Math.round(total * 1e6) / 1e6)).toEqual([
			0.333333, 0.666667, 0.666667,
		]);
		expect(result.order).toEqual([[1, 2], [0]]);
	});

	it('takes more for better where more is better', () => {
		const result = weighAlternatives(
			[side({ 'specialised-share': 0.5 }), side({ 'specialised-share': 0.7 })],
			weights({ 'specialised-share': 1 }),
		);
		expect(result.totals).toEqual([0, 1]);
	});

	it('leaves out a measure that is not known for one of them, and says so', () => {
		const result = weighAlternatives(
			[side({ 'open-overlaps': null, cost: 90 }), side({ 'open-overlaps': 0 })],
			weights({ 'open-overlaps': 5, cost: 1 }),
		);
		expect(result.rows.find(({ measure }) => measure === 'open-overlaps')).toMatchObject({
			left: 'not-measured',
			points: null,
		});
		expect(result.totals).toEqual([1, 0]);
	});

	it('has no sums and no order when nothing counts', () => {
		const result = weighAlternatives([side({}), side({ cost: 1 })], weights({}));
		expect(result).toMatchObject({ totals: null, order: [], turnedBy: [] });
		expect(result.rows.every(({ left }) => left === 'no-weight')).toBe(true);
	});

	it('is stable when half and half as much again of any weight leaves the order', () => {
		// cost 1 and 0 with weight 3, rules 0 and 1 with weight 1: 3/4 against 1/4; cost at 1,5 still 1,5 against 1
		const values = [side({ cost: 80, 'failed-rules': 2 }), side({})];
		expect(weighAlternatives(values, weights({ cost: 3, 'failed-rules': 1 })).turnedBy).toEqual([]);
	});

	it('names the weights on which the order hangs', () => {
		// with weights 1,2 and 1 the first leads; cost at 0,6 turns it, and so do rules at 1,5
		const values = [side({ cost: 80, 'failed-rules': 2 }), side({})];
		const result = weighAlternatives(values, weights({ cost: 1.2, 'failed-rules': 1, units: 1 }));
		expect(result.order).toEqual([[0], [1]]);
		expect(result.turnedBy).toEqual(['cost', 'failed-rules']);
	});
});

import { describe, expect, it } from 'vitest';
import { orderByCluster } from '#lib/domain/overlap/index.ts';
import { asId, type UnitKey } from '#lib/domain/shared/index.ts';

const key = (text: string) => asId<UnitKey>(text);
const units = ['a', 'b', 'v', 'g', 'd'].map(key);
const cell = (row: string, column: string, count: number) => ({
	row: key(row),
	column: key(column),
	count,
	score: 1,
});

describe('units by cluster', () => {
	it('stand beside those they share most pairs with, the largest group first', () => {
		// a–v 5 pairs, a–b 1 and g–d 9: {a, v, b} is larger than {g, d}; a has 6 pairs, then v with 5, then b with 1.
		const cells = [cell('a', 'v', 5), cell('a', 'b', 1), cell('g', 'd', 9)];
		expect(orderByCluster({ units, cells })).toEqual(['a', 'v', 'b', 'g', 'd']);
	});

	it('keep the order of the structure where nothing joins them', () => {
		expect(orderByCluster({ units, cells: [] })).toEqual(units);
	});

	it('count the pairs of both states', () => {
		const cells = [cell('a', 'b', 2), cell('a', 'v', 3), cell('a', 'b', 2)];
		expect(orderByCluster({ units: units.slice(0, 3), cells })).toEqual(['a', 'b', 'v']);
	});
});

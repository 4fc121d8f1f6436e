import { describe, expect, it } from 'vitest';
import { changedWhere, placesWhere, withKeyed, withPlaces } from '#lib/domain/scenario/apply/lists.ts';

const LIST = [
	{ key: 'a', count: 1 },
	{ key: 'b', count: 2 },
	{ key: 'c', count: 3 },
];

describe('long lists of which little changes', () => {
	it('puts a thing where the one with its key stood', () => {
		expect(withKeyed(LIST, { key: 'b', count: 9 }).map(({ count }) => count)).toEqual([1, 9, 3]);
	});

	it('gives the list itself where nothing changes', () => {
		expect(withKeyed(LIST, { key: 'd', count: 9 })).toBe(LIST);
		expect(
			changedWhere(
				LIST,
				({ count }) => count > 5,
				(item) => ({ ...item, count: 0 }),
			),
		).toBe(LIST);
	});

	it('changes those that match and leaves the others the very same', () => {
		const changed = changedWhere(
			LIST,
			({ count }) => count !== 2,
			(item) => ({ ...item, count: item.count * 10 }),
		);
		expect(changed.map(({ count }) => count)).toEqual([10, 2, 30]);
		expect(changed[1]).toBe(LIST[1]);
		expect(LIST[0]?.count).toBe(1);
	});

	it('takes out what becomes nothing, the rest in its order', () => {
		const places = placesWhere(LIST, ({ count }) => count < 3);
		expect(places).toEqual([0, 1]);
		const left = withPlaces(LIST, places, [null, { key: 'x', count: 7 }]);
		expect(left.map(({ key }) => key)).toEqual(['x', 'c']);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollUp } from '#lib/domain/shared/index.ts';

interface Unit {
	readonly key: string;
	readonly parentKey: string | null;
	readonly posts: number;
}

const unit = (key: string, parentKey: string | null, posts: number): Unit => ({ key, parentKey, posts });
const postsOf = (units: readonly Unit[]) => Object.fromEntries(rollUp(units, (item) => item.posts));

describe('rolling up', () => {
	it('sums every subtree, whatever the order of the items', () => {
		const units = [unit('a', 'd', 4), unit('d', null, 1), unit('b', 'd', 6), unit('b1', 'b', 2.5)];
		expect(postsOf(units)).toEqual({ a: 4, b1: 2.5, b: 8.5, d: 13.5 });
	});

	it('counts an item with an unknown parent for itself and what is below it', () => {
		expect(postsOf([unit('x', 'nowhere', 1), unit('y', 'x', 2)])).toEqual({ x: 3, y: 2 });
	});

	it('ends on a loop, whose items count for themselves', () => {
		expect(postsOf([unit('x', 'y', 1), unit('y', 'x', 2), unit('z', 'z', 3)])).toEqual({ x: 1, y: 2, z: 3 });
	});

	it('of nothing is nothing', () => {
		expect(rollUp([], () => 1).size).toBe(0);
	});

	it('sums other numbers over the same items afresh', () => {
		const units = [unit('d', null, 1), unit('a', 'd', 4)];
		expect(rollUp(units, (item) => item.posts).get('d')).toBe(5);
		expect(rollUp(units, () => 1).get('d')).toBe(2);
		expect(rollUp(units, () => 1).get('нищо')).toBeUndefined();
	});

	it('equals adding each item to all that is above it', () => {
		const forests = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 9 })), { maxLength: 60 });
		fc.assert(
			fc.property(forests, (rows) => {
				const units = rows.map(([parent, posts], at) =>
					unit(`u${at}`, at === 0 || parent % 5 === 0 ? null : `u${parent % at}`, posts),
				);
				const slow = new Map(units.map((item) => [item.key, 0]));
				for (const item of units)
					for (
						let above: Unit | undefined = item;
						above;
						above = units.find((u) => u.key === above?.parentKey)
					)
						slow.set(above.key, slow.get(above.key)! + item.posts);
				expect([...rollUp(units, (item) => item.posts)]).toEqual([...slow]);
			}),
		);
	});
});

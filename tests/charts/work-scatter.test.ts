import { expect, it } from 'vitest';
import { layOutWorkScatter } from '#lib/charts/work-scatter.ts';

const AREAS = [
	{ key: 'a', label: 'Култура', posts: 10, fte: 2.5, cost: 4_000_000 },
	{ key: 'b', label: 'Финанси', posts: 4, fte: 4, cost: 16_000_000 },
	{ key: 'c', label: 'Спорт', posts: 10, fte: 2.4, cost: null },
];

it('puts the area of a bubble in proportion to its cost, the largest below the others', () => {
	const { bubbles } = layOutWorkScatter(AREAS, []);
	expect(bubbles.map(({ key }) => key)).toEqual(['b', 'a', 'c']);
	const [b, a, c] = bubbles;
	// A quarter of the cost is half the radius.
	expect(a!.r / b!.r).toBeCloseTo(0.5, 10);
	expect(c).toMatchObject({ isCostKnown: false, r: 5 });
});

it('has both axes from nothing, with more posts to the right and more work up', () => {
	const { bubbles, origin, across, up } = layOutWorkScatter(AREAS, []);
	expect(across[0]).toEqual({ value: 0, x: origin.x });
	expect(up[0]).toEqual({ value: 0, y: origin.y });
	const [b, a] = bubbles;
	expect(a!.x).toBeGreaterThan(b!.x);
	expect(b!.y).toBeLessThan(a!.y);
});

it('ends a line of equal work where the drawing ends', () => {
	// Axes end at 10 posts and 4 full posts: one on each reaches the top at 4 posts, a quarter the right side at 2,5.
	const { guides, across, up } = layOutWorkScatter(AREAS, [1, 0.25]);
	const xOf = (value: number) => across.find((tick) => tick.value === value)?.x;
	const yOf = (value: number) => up.find((tick) => tick.value === value)?.y;
	expect(guides[0]).toEqual({ perPost: 1, x: xOf(4), y: yOf(4) });
	expect(guides[1]!.x).toBe(xOf(10));
	expect(guides[1]!.y).toBeCloseTo((yOf(2)! + yOf(3)!) / 2, 6);
});

it('writes no name over another bubble or name', () => {
	const crowd = Array.from({ length: 12 }, (_, at) => ({
		...{ key: `k${at}`, label: 'Устройство на територията', posts: 10 + (at % 3), fte: 2 + at / 10 },
		cost: 1_000_000,
	}));
	const named = layOutWorkScatter(crowd, []).bubbles.filter(({ name }) => name !== null);
	expect(named.length).toBeGreaterThan(0);
	expect(named.length).toBeLessThan(12);
});

it('draws nothing measured as empty axes that end at one', () => {
	const { bubbles, across } = layOutWorkScatter([], [1]);
	expect(bubbles).toEqual([]);
	expect(across.at(-1)?.value).toBe(1);
});

import { describe, expect, test } from 'vitest';
import { boxAt, drawRelations, layoutOrgChart } from '#lib/charts/org-chart.ts';

const unit = (key: string, parentKey: string | null) => ({
	...{ key, parentKey, label: key, group: 'department', isApart: false, change: null, movedFromKey: null },
});
/** A leads B and C, and B alone leads D, which so stands right below it. */
const units = [unit('A', null), unit('B', 'A'), unit('C', 'A'), unit('D', 'B')];

describe('dotted relations', () => {
	const layout = layoutOrgChart(units, { layout: 'wide' });
	const between = (fromKey: string, toKey: string) => {
		const [drawn] = drawRelations(layout, [{ fromKey, toKey, caption: 'С 1' }]);
		const [from, to] = [boxAt(layout, fromKey), boxAt(layout, toKey)];
		if (!drawn || !from || !to) throw new Error('nothing drawn');
		return { drawn, from, to };
	};

	test('rise over boxes that stand beside each other, with the caption over the second', () => {
		const { drawn, from, to } = between('B', 'C');
		expect(drawn.path.startsWith(`M${from.x + from.width / 2} ${from.y}C`)).toBe(true);
		expect(drawn).toMatchObject({ caption: 'С 1', x: to.x + to.width / 2 });
		expect(drawn.y).toBeLessThan(to.y);
	});

	test('go round boxes that stand one above the other, so that no name is crossed', () => {
		for (const [one, other] of [
			['B', 'D'],
			['D', 'B'],
		] as const) {
			const { drawn, from, to } = between(one, other);
			const right = Math.max(from.x + from.width, to.x + to.width);
			const across = [...drawn.path.matchAll(/(-?[\d.]+) -?[\d.]+/g)].map(([, x]) => Number(x));
			expect(Math.min(...across)).toBeGreaterThanOrEqual(Math.min(from.x + from.width, to.x + to.width));
			expect(drawn.x).toBeGreaterThan(right);
		}
	});

	test('are left out where one of the two is not drawn', () => {
		expect(drawRelations(layout, [{ fromKey: 'B', toKey: 'X', caption: '' }])).toEqual([]);
	});
});

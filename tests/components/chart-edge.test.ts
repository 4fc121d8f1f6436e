import { describe, expect, test } from 'vitest';
import { edgePush } from '#lib/components/charts/chart-edge.ts';

const FRAME = { left: 100, top: 100, right: 500, bottom: 400 };

describe('a drag near the edge of a chart', () => {
	test('moves the drawing the faster the nearer, and not at all in the middle or outside', () => {
		// 28 of 56 px from the right edge: 16 ms · 0,9 · 28 ÷ 56 = 7,2 px to the left.
		expect(edgePush({ x: 472, y: 250 }, FRAME, 16)).toEqual({ x: -7.2, y: 0 });
		// On the upper edge itself: 16 · 0,9 = 14,4 px downwards.
		expect(edgePush({ x: 300, y: 100 }, FRAME, 16)).toEqual({ x: 0, y: 14.4 });
		expect(edgePush({ x: 300, y: 250 }, FRAME, 16)).toEqual({ x: 0, y: 0 });
		expect(edgePush({ x: 510, y: 250 }, FRAME, 16)).toEqual({ x: 0, y: 0 });
	});
});

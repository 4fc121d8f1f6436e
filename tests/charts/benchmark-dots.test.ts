import { describe, expect, it } from 'vitest';
import { layOutBenchmarkDots, type DotInput } from '#lib/charts/benchmark-dots.ts';

const dot = (key: string, population: number, value: number, role: DotInput['role'] = 'other') => ({
	...{ key, label: key, population, value, role },
});

describe('municipalities by size and a ratio', () => {
	it('puts doublings of residents equally far apart and greater ratios higher', () => {
		const { dots } = layOutBenchmarkDots([dot('a', 5000, 10), dot('b', 10_000, 20), dot('c', 20_000, 40)]);
		const [a, b, c] = dots;
		expect((b?.x ?? 0) - (a?.x ?? 0)).toBeCloseTo((c?.x ?? 0) - (b?.x ?? 0), 6);
		expect([a?.y, b?.y, c?.y]).toEqual([a?.y, b?.y, c?.y].sort((left = 0, right = 0) => right - left));
	});
	it('draws the own one last, above all others', () => {
		const { dots } = layOutBenchmarkDots([
			dot('own', 5000, 1, 'own'),
			dot('near', 6000, 1, 'near'),
			dot('x', 7000, 1),
		]);
		expect(dots.map(({ key }) => key)).toEqual(['x', 'near', 'own']);
	});
	it('leaves out what has no ratio', () => {
		expect(layOutBenchmarkDots([dot('a', 5000, 1), dot('b', 9000, 0)]).dots.map(({ key }) => key)).toEqual([
			'a',
		]);
	});
	it('keeps every dot and every tick inside the picture', () => {
		const drawing = layOutBenchmarkDots([dot('a', 1018, 271, 'near'), dot('b', 1_300_000, 2)]);
		for (const { x, y } of drawing.dots) {
			expect(x).toBeGreaterThanOrEqual(drawing.origin.x);
			expect(x).toBeLessThanOrEqual(drawing.width);
			expect(y).toBeGreaterThanOrEqual(0);
			expect(y).toBeLessThanOrEqual(drawing.origin.y);
		}
	});
});

import { describe, expect, test } from 'vitest';
import {
	boxAt,
	isStillGood,
	layoutOrgChart,
	neighbourOf,
	nextNamed,
	sceneOf,
	windowFor,
	type ChartUnit,
	type OrgChartLayout,
	type SceneWindow,
} from '#lib/charts/org-chart.ts';

function unit(key: string, parentKey: string | null, extra: Partial<ChartUnit> = {}): ChartUnit {
	return {
		...{ key, parentKey, label: key, group: 'department', isApart: false, change: null, movedFromKey: null },
		...extra,
	};
}

/** A mayor over `units` units of nine posts each. */
function administration(units: number): readonly ChartUnit[] {
	const names = Array.from({ length: units }, (_, at) => `u${at}`);
	return [
		unit('mayor', null),
		...names.map((name) => unit(name, 'mayor')),
		...names.flatMap((name) => Array.from({ length: 9 }, (_, at) => unit(`${name}-${at}`, name))),
	];
}

function windowAround(layout: OrgChartLayout, key: string, size: number): SceneWindow {
	const { x, y } = boxAt(layout, key) ?? { x: 0, y: 0 };
	return { x, y, width: size, height: size, detail: 'full', scale: 1 };
}

describe('the part of a chart that stands in the document', () => {
	const large = layoutOrgChart(administration(1_000), { layout: 'wide' });

	test('of 10 001 boxes only those in the window are made', () => {
		const { boxes } = sceneOf(large, windowAround(large, 'u500', 300));
		expect(boxes.map((box) => box.key)).toContain('u500');
		expect(boxes.length).toBeLessThan(12);
	});

	test('a line between two boxes outside the window is drawn where it crosses it', () => {
		// Half way between the mayor and the first unit there is nothing but the line across.
		const mayor = boxAt(large, 'mayor')!;
		const window = { x: mayor.x / 2, y: mayor.height + 10, width: 50, height: 20 };
		const scene = sceneOf(large, { ...window, detail: 'full', scale: 1 });
		expect(scene.boxes).toEqual([]);
		expect(scene.links.map((link) => link.key)).toEqual(['mayor']);
	});

	test('a window far below leaves out lines that end above it', () => {
		const scene = sceneOf(large, { x: 0, y: 5_000, width: 500, height: 500, detail: 'full', scale: 1 });
		expect(scene).toEqual({ boxes: [], links: [], arcs: [], far: [] });
	});

	test('pinned boxes stand there wherever the window is', () => {
		const window = windowAround(large, 'u999', 300);
		const { boxes } = sceneOf(large, window, { pinned: new Set(['mayor']) });
		expect(boxes[0]?.key).toBe('mayor');
	});

	test('the further away the less of each box, and at last one path for all of a colour', () => {
		const dense = layoutOrgChart(administration(1_000), { layout: 'wide', boxWidth: 10 });
		const { x } = boxAt(dense, 'u500')!;
		const at = (scale: number) =>
			windowFor(dense, { x, y: 0, width: 1440 / scale, height: 700 / scale }, scale);
		expect(at(1).detail).toBe('full');
		expect(at(0.35).detail).toBe('plain');
		expect(at(0.29).detail).toBe('far');
		const far = sceneOf(dense, at(0.29), { groupOf: (key) => (key.length > 4 ? 'posts' : 'units') });
		expect(far.boxes).toEqual([]);
		expect(far.far.map(({ group }) => group).sort()).toEqual(['posts', 'units']);
	});

	test('from very far boxes that fall on one spot are drawn once', () => {
		const all = { ...large.bounds, detail: 'far' } as const;
		const paths = (scale: number) => sceneOf(large, { ...all, scale }).far[0]?.path.split('M').length ?? 0;
		expect(paths(1)).toBe(10_001 + 1);
		// 9 000 columns of 190 px ÷ 1 500 px = 1 140 spots.
		expect(paths(0.001)).toBeLessThan(1_150);
	});

	test('a small move keeps what stands there, a large one or another scale does not', () => {
		const view = { x: 0, y: 0, width: 1000, height: 500 };
		const window = windowFor(large, view, 1);
		expect(isStillGood(window, { ...view, x: 100 }, 1)).toBe(true);
		expect(isStillGood(window, { ...view, x: 2000 }, 1)).toBe(false);
		expect(isStillGood(window, { ...view, width: 500, height: 250 }, 2)).toBe(false);
	});
});

describe('the other ways to draw the same', () => {
	const units = [
		unit('mayor', null),
		unit('a', 'mayor'),
		unit('a1', 'a'),
		unit('a2', 'a'),
		unit('b', 'mayor'),
	];
	const at = (layout: OrgChartLayout, key: string) => boxAt(layout, key)!;

	test('wide gives every leaf its own column', () => {
		const layout = layoutOrgChart(units, { layout: 'wide' });
		expect([at(layout, 'a1').y, at(layout, 'a2').y]).toEqual([at(layout, 'a1').y, at(layout, 'a1').y]);
		expect(at(layout, 'a2').x - at(layout, 'a1').x).toBe(172 + 18);
	});

	test('turned upwards the mayor stands lowest, to the left outermost right', () => {
		const up = layoutOrgChart(units, { direction: 'up' });
		expect(at(up, 'mayor').y).toBeGreaterThan(at(up, 'a').y);
		const left = layoutOrgChart(units, { direction: 'left' });
		expect(at(left, 'mayor').x).toBeGreaterThan(at(left, 'a').x);
		const right = layoutOrgChart(units, { direction: 'right' });
		expect(at(right, 'mayor').x).toBeLessThan(at(right, 'a').x);
	});

	test('the list has one row for each, indented by level, in reading order', () => {
		const layout = layoutOrgChart(units, { layout: 'list' });
		// Rows of 34 with 4 between them, 26 for a level.
		expect(['mayor', 'a', 'a1', 'a2', 'b'].map((key) => [at(layout, key).x, at(layout, key).y])).toEqual([
			[0, 0],
			[26, 38],
			[52, 76],
			[52, 114],
			[26, 152],
		]);
		expect(neighbourOf(layout, 'a2', 'after')).toBe('b');
		expect(neighbourOf(layout, 'b', 'before')).toBe('a2');
		// One letter goes on, round to the start; more letters may mean the box itself, in any case.
		expect(nextNamed(layout, 'a2', 'b')).toBe('b');
		expect(nextNamed(layout, 'b', 'b')).toBe('b');
		expect(nextNamed(layout, 'a2', 'A')).toBe('a');
		expect(nextNamed(layout, 'a2', 'A2')).toBe('a2');
		expect(nextNamed(layout, 'a2', 'x')).toBeUndefined();
	});

	test('the icicle gives 9 px for a post, never less than 28, and a superior is as wide as all below it', () => {
		const layout = layoutOrgChart(
			[
				unit('mayor', null, { weight: 1 }),
				unit('a', 'mayor', { weight: 10 }),
				unit('b', 'mayor', { weight: 1 }),
			],
			{ layout: 'icicle' },
		);
		expect(at(layout, 'a').width).toBe(90);
		expect(at(layout, 'b').width).toBe(28);
		// 9 of its own + (90 + 2) + (28 + 2).
		expect(at(layout, 'mayor').width).toBe(131);
	});
});

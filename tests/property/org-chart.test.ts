import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	CHART_DIRECTIONS,
	CHART_LAYOUTS,
	drawAll,
	layoutOrgChart,
	sceneOf,
	windowFor,
	type ChartUnit,
	type OrgChartOptions,
} from '#lib/charts/org-chart.ts';
import { countLines, textWidth, withoutTail, wrapText } from '#lib/charts/org-chart-text.ts';

/** Units in any shape of trees, also with unknown superiors and loops. */
const anyUnits = fc
	.array(
		fc.record({
			parent: fc.option(fc.nat(40)),
			label: fc.string({ maxLength: 60 }),
			group: fc.constantFrom('directorate', 'department', 'mayoralty'),
			isApart: fc.boolean(),
		}),
		{ maxLength: 36 },
	)
	.map((rows) =>
		rows.map((row, at): ChartUnit => ({
			key: `u${at}`,
			parentKey: row.parent === null ? null : `u${row.parent}`,
			label: row.label,
			group: row.group,
			isApart: row.isApart,
			change: null,
			movedFromKey: null,
		})),
	);

const anyOptions = fc.record({
	layout: fc.constantFrom(...CHART_LAYOUTS),
	direction: fc.constantFrom(...CHART_DIRECTIONS),
});

function drawn(units: readonly ChartUnit[], options: Partial<OrgChartOptions> = {}) {
	const layout = layoutOrgChart(units, options);
	return { ...drawAll(layout), bounds: layout.bounds };
}

describe('laws of the chart', () => {
	test('every unit is drawn exactly once, whatever the data', () => {
		fc.assert(
			fc.property(anyUnits, anyOptions, (units, options) => {
				const keys = drawn(units, options).boxes.map((box) => box.key);
				expect([...keys].sort()).toEqual(units.map((unit) => unit.key).sort());
			}),
		);
	});

	test('no two boxes touch and all lie inside the bounds', () => {
		fc.assert(
			fc.property(anyUnits, anyOptions, (units, options) => {
				const { boxes, bounds } = drawn(units, options);
				for (const [at, a] of boxes.entries()) {
					expect(a.x).toBeGreaterThanOrEqual(bounds.x);
					expect(a.x + a.width).toBeLessThanOrEqual(bounds.x + bounds.width);
					expect(a.y + a.height).toBeLessThanOrEqual(bounds.y + bounds.height);
					for (const b of boxes.slice(at + 1)) {
						const isBeside = a.x + a.width <= b.x || b.x + b.width <= a.x;
						const apart = isBeside || a.y + a.height <= b.y || b.y + b.height <= a.y;
						expect(apart, `${a.key} and ${b.key}`).toBe(true);
					}
				}
			}),
		);
	});

	test('folding everything leaves the roots', () => {
		fc.assert(
			fc.property(anyUnits, (units) => {
				const collapsed = new Set(units.map((unit) => unit.key));
				const { boxes } = drawn(units, { collapsed });
				expect(boxes.every((box) => box.depth === 0)).toBe(true);
			}),
		);
	});

	test('a window holds exactly the boxes that touch it, and at most so many that the document stays small', () => {
		const anyView = fc.record({
			x: fc.integer({ min: -500, max: 3000 }),
			y: fc.integer({ min: -500, max: 3000 }),
			scale: fc.double({ min: 0.31, max: 2, noNaN: true }),
		});
		fc.assert(
			fc.property(anyUnits, anyOptions, anyView, (units, options, { x, y, scale }) => {
				const layout = layoutOrgChart(units, options);
				const window = windowFor(layout, { x, y, width: 1440 / scale, height: 700 / scale }, scale);
				const seen = drawAll(layout).boxes.filter(
					(box) =>
						box.x <= window.x + window.width &&
						box.x + box.width >= window.x &&
						box.y <= window.y + window.height &&
						box.y + box.height >= window.y,
				);
				expect(sceneOf(layout, window).boxes).toEqual(window.detail === 'far' ? [] : seen);
				expect(seen.length).toBeLessThanOrEqual(235);
			}),
		);
	});

	test('lines are counted as they are broken', () => {
		const word = fc.stringMatching(/^[а-яА-Я„“]{1,12}[,.]?-?$/);
		fc.assert(
			fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
				const options = { width: 150, fontSize: 13, maxLines: 4 };
				expect(countLines(words.join(' '), options)).toBe(wrapText(words.join(' '), options).length);
			}),
		);
	});

	test('wrapped lines fit their width, but for punctuation that hangs over', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
				const lines = wrapText(text, { width: 120, fontSize: 13, maxLines: 4 });
				expect(lines.length).toBeLessThanOrEqual(4);
				for (const line of lines) expect(textWidth(withoutTail(line), 13)).toBeLessThanOrEqual(120);
			}),
		);
	});
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutOrgChart, type ChartUnit } from '#lib/charts/org-chart.ts';
import { textWidth, withoutTail, wrapText } from '#lib/charts/org-chart-text.ts';

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

describe('laws of the chart', () => {
	test('every unit is drawn exactly once, whatever the data', () => {
		fc.assert(
			fc.property(anyUnits, (units) => {
				const drawn = layoutOrgChart(units).boxes.map((box) => box.key);
				expect([...drawn].sort()).toEqual(units.map((unit) => unit.key).sort());
			}),
		);
	});

	test('no two boxes touch and all lie inside the bounds', () => {
		fc.assert(
			fc.property(anyUnits, (units) => {
				const { boxes, bounds } = layoutOrgChart(units);
				for (const [at, a] of boxes.entries()) {
					expect(a.x).toBeGreaterThanOrEqual(bounds.x);
					expect(a.x + a.width).toBeLessThanOrEqual(bounds.x + bounds.width);
					expect(a.y + a.height).toBeLessThanOrEqual(bounds.y + bounds.height);
					for (const b of boxes.slice(at + 1)) {
						const apart = Math.abs(a.x - b.x) >= a.width || Math.abs(a.y - b.y) >= a.height;
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
				const { boxes } = layoutOrgChart(units, { collapsed });
				expect(boxes.every((box) => box.depth === 0)).toBe(true);
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

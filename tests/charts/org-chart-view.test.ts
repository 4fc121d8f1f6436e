import { describe, expect, it } from 'vitest';
import {
	layoutOrgChart,
	openingView,
	revealIn,
	sightIn,
	sightText,
	type ChartUnit,
} from '#lib/charts/org-chart.ts';

const BOUNDS = { x: 0, y: 0, width: 2000, height: 1000 };
const VIEW = { x: 100, y: 200, width: 600, height: 400 };
const box = (x: number, y: number) => ({ x, y, width: 100, height: 100 });

describe('a box that is brought into sight', () => {
	it('leaves the view as it is when it stands in it', () => {
		expect(revealIn(VIEW, box(100, 500), BOUNDS)).toEqual(VIEW);
	});

	it('moves the view only along the axis that needs it, to the middle', () => {
		// across: 1200 + 50 − 300 = 950; along the box stands in 200–600 already
		expect(revealIn(VIEW, box(1200, 300), BOUNDS)).toEqual({ ...VIEW, x: 950 });
		// along: 800 + 50 − 200 = 650, but the drawing ends at 1000: 1000 − 400 = 600
		expect(revealIn(VIEW, box(300, 800), BOUNDS)).toEqual({ ...VIEW, y: 600 });
	});

	it('shows no empty strip beyond the drawing', () => {
		expect(revealIn(VIEW, box(0, 0), BOUNDS)).toEqual({ ...VIEW, x: 0, y: 0 });
		// a drawing narrower than the view stands in its middle: −(600 − 200) ÷ 2
		const narrow = { ...BOUNDS, width: 200 };
		expect(revealIn({ ...VIEW, x: 900 }, box(0, 300), narrow).x).toBe(-200);
	});

	it('comes into the part that is not hidden below the screen', () => {
		// open are 200–450; the middle of the box, 550, goes to the middle of 250: 550 − 125 = 425
		const hidden = { top: 0, bottom: 150 };
		expect(revealIn(VIEW, box(300, 500), BOUNDS, hidden).y).toBe(425);
		// the last row: the open part ends where the drawing does, 1000 − 250 = 750
		expect(revealIn(VIEW, box(300, 900), BOUNDS, hidden).y).toBe(750);
		// with 100 hidden above, the first row begins below them
		expect(revealIn(VIEW, box(300, 0), BOUNDS, { top: 100, bottom: 0 }).y).toBe(-100);
	});
});

describe('a sight in words', () => {
	const size = { width: 600, height: 400 };

	it('says scale, middle and columns, and is found again in a window of another size', () => {
		// 600 ÷ 600 = 1; the middle is 100 + 300, 200 + 200
		expect(sightText({ view: VIEW, columns: 6 }, size)).toBe('1 400 400 6');
		expect(sightIn('1 400 400 6', size)).toEqual({ view: VIEW, columns: 6 });
		// twice as large in a window of 300 × 200: 150 × 100 of the drawing around the same middle
		expect(sightIn('2 400 400 6', { width: 300, height: 200 })?.view).toEqual({
			...{ x: 325, y: 350, width: 150, height: 100 },
		});
	});

	it('is none when it is not one', () => {
		for (const text of ['', 'x', '1 2', '0 1 1 8', '99 1 1 8', '1 1 1 0', '1 1 Infinity 8', '1 1 1 2.5'])
			expect(sightIn(text, size)).toBeUndefined();
	});
});

describe('the compact chart', () => {
	const unit = (key: string, parentKey: string | null): ChartUnit => ({
		...{ key, parentKey, label: key, group: 'department', isApart: false, change: null },
		movedFromKey: null,
	});
	const wide = [unit('top', null), ...Array.from({ length: 12 }, (_, at) => unit(`u${at}`, 'top'))];
	const rowsOf = (units: readonly ChartUnit[], columns: number) => {
		const { y } = layoutOrgChart(units, { columns });
		return [...Map.groupBy([...y], (top) => top).values()].map((row) => row.length);
	};

	it('keeps to the columns that the window has room for, in rows of about equal length', () => {
		expect(rowsOf(wide, 8)).toEqual([1, 6, 6]);
		expect(rowsOf(wide, 5)).toEqual([1, 4, 4, 4]);
		expect(rowsOf(wide, 2)).toEqual([1, 2, 2, 2, 2, 2, 2]);
	});

	it('opens in its whole width in a narrow window', () => {
		const size = { width: 366, height: 500 };
		const layout = layoutOrgChart(wide, { columns: 2 });
		const view = openingView(layout, size);
		expect(view.x).toBeLessThanOrEqual(layout.bounds.x);
		expect(view.width).toBeGreaterThanOrEqual(layout.bounds.width);
	});

	it('stands as usual with units at the top that wait for a place: they come under it', () => {
		const { y, bounds } = layoutOrgChart([...wide, unit('waits', null), unit('too', null)]);
		const alone = layoutOrgChart(wide);
		expect([...y.slice(0, wide.length)]).toEqual([...alone.y]);
		expect(bounds.width).toBe(alone.bounds.width);
		expect(y.at(-1)).toBe(y.at(-2));
		expect(y.at(-1)).toBeGreaterThan(alone.bounds.height - 40);
	});
});

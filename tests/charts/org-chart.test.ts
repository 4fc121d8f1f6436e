import { describe, expect, test } from 'vitest';
import {
	boxText,
	drawAll,
	fitView,
	hitsBelow,
	layoutOrgChart,
	neighbourOf,
	panView,
	zoomView,
	type ChartBox,
	type ChartUnit,
	type OrgChartOptions,
} from '#lib/charts/org-chart.ts';
import { textWidth, wrapText } from '#lib/charts/org-chart-text.ts';

/** The whole drawing. */
function drawn(units: readonly ChartUnit[], options: Partial<OrgChartOptions> = {}) {
	return drawAll(layoutOrgChart(units, options));
}

const STEP = { x: 172 + 18, gapY: 38 };

function unit(key: string, parentKey: string | null, extra: Partial<ChartUnit> = {}): ChartUnit {
	return {
		key,
		parentKey,
		label: key,
		group: 'department',
		isApart: false,
		change: null,
		movedFromKey: null,
		...extra,
	};
}

function boxOf(boxes: readonly ChartBox[], key: string): ChartBox {
	const box = boxes.find((candidate) => candidate.key === key);
	if (!box) throw new Error(`no box ${key}`);
	return box;
}

function touching(boxes: readonly ChartBox[]): readonly string[] {
	return boxes.flatMap((a, at) =>
		boxes
			.slice(at + 1)
			.filter(
				(b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
			)
			.map((b) => `${a.key}/${b.key}`),
	);
}

describe('layout of an organisation chart', () => {
	test('no units give an empty drawing', () => {
		const layout = drawn([]);
		expect(layout.boxes).toEqual([]);
		expect(layout.links).toEqual([]);
	});

	test('a single unit stands at the origin', () => {
		const [box] = drawn([unit('mayor', null)]).boxes;
		expect([box?.x, box?.y, box?.depth, box?.siblings]).toEqual([0, 0, 0, 1]);
	});

	test('siblings stand side by side in the order given, the superior above their middle', () => {
		const { boxes, links } = drawn([
			unit('mayor', null),
			unit('b', 'mayor'),
			unit('a', 'mayor'),
			unit('c', 'mayor'),
		]);
		expect(['b', 'a', 'c'].map((key) => boxOf(boxes, key).x)).toEqual([0, STEP.x, 2 * STEP.x]);
		expect(boxOf(boxes, 'mayor').x).toBe(STEP.x);
		// From the bottom of the mayor half the gap down, across to the middle of b (172/2), down to b.
		const height = boxOf(boxes, 'mayor').height;
		const middle = STEP.x + 86;
		const bus = height + 19;
		expect(links.map((link) => link.key)).toEqual(['mayor']);
		expect(links[0]?.path).toContain(`M${middle} ${height}L${middle} ${bus}`);
		expect(links[0]?.path).toContain(`M86 ${bus}L${2 * STEP.x + 86} ${bus}`);
		expect(links[0]?.path).toContain(`M86 ${bus}L86 ${height + 38}`);
	});

	test('all boxes have one size, set by the longest name, four lines at most', () => {
		const long = 'Дирекция „Бюджет, финансово-стопанско, административно и информационно обслужване“';
		const { boxes } = drawn([unit('mayor', null), unit('a', 'mayor', { label: long })]);
		expect(new Set(boxes.map((box) => `${box.width}×${box.height}`)).size).toBe(1);
		expect(boxOf(boxes, 'a').lines).toHaveLength(4);
		// 8 above, 4 lines of 17, 28 for the figures.
		expect(boxOf(boxes, 'a').height).toBe(104);
	});

	test('three leaves of a directorate stand in one column, sixteen in four columns', () => {
		const many = (parent: string, count: number) =>
			Array.from({ length: count }, (_, at) => unit(`${parent}-${at}`, parent));
		const { boxes } = drawn([
			unit('mayor', null),
			unit('d', 'mayor'),
			...many('d', 3),
			unit('g', 'mayor'),
			...many('g', 16),
		]);
		const columns = (parent: string) =>
			new Set(boxes.filter((box) => box.parentKey === parent).map((box) => box.x)).size;
		expect(columns('d')).toBe(1);
		expect(columns('g')).toBe(4);
		expect(touching(boxes)).toEqual([]);
	});

	test('mayoralties directly under the mayor stand in rows under everything else', () => {
		const villages = Array.from({ length: 5 }, (_, at) =>
			unit(`m${at}`, 'mayor', { group: 'mayoralty', isApart: true }),
		);
		const { boxes } = drawn([
			unit('mayor', null),
			...villages,
			unit('d', 'mayor'),
			unit('d1', 'd'),
			unit('e', 'mayor'),
		]);
		const lowest = boxOf(boxes, 'd1').y;
		expect(villages.every((village) => boxOf(boxes, village.key).y > lowest)).toBe(true);
		expect(touching(boxes)).toEqual([]);
	});

	test('a folded unit keeps its box and the count of what it hides', () => {
		const units = [unit('mayor', null), unit('d', 'mayor'), unit('d1', 'd'), unit('d2', 'd')];
		const { boxes } = drawn(units, { collapsed: new Set(['d']) });
		expect(boxes.map((box) => box.key)).toEqual(['mayor', 'd']);
		expect(boxOf(boxes, 'd')).toMatchObject({ isCollapsed: true, childCount: 2, descendants: 2 });
	});

	test('a unit with an unknown superior is a root, and a loop is opened, so that nothing is lost', () => {
		const { boxes } = drawn([unit('a', 'ghost'), unit('b', 'c'), unit('c', 'b')]);
		expect(boxes.map((box) => [box.key, box.parentKey])).toEqual([
			['a', null],
			['b', null],
			['c', 'b'],
		]);
		expect(touching(boxes)).toEqual([]);
	});

	test('a moved unit has a curve from its former superior', () => {
		const { arcs } = drawn([
			unit('mayor', null),
			unit('a', 'mayor'),
			unit('b', 'mayor'),
			unit('x', 'b', { change: 'moved', movedFromKey: 'a' }),
			unit('y', 'b', { change: 'moved', movedFromKey: 'gone' }),
		]);
		expect(arcs.map((arc) => arc.key)).toEqual(['x']);
	});
});

describe('names in boxes', () => {
	test('a name breaks at spaces and after hyphens and keeps every letter', () => {
		const lines = wrapText('финансово-стопанско обслужване', { width: 90, fontSize: 13, maxLines: 4 });
		expect(lines).toEqual(['финансово-', 'стопанско', 'обслужване']);
	});

	test('what does not fit ends with an ellipsis inside the width', () => {
		const lines = wrapText('едно две три четири пет', { width: 40, fontSize: 13, maxLines: 2 });
		expect(lines).toHaveLength(2);
		expect(lines[1]?.endsWith('…')).toBe(true);
		expect(textWidth(lines[1] ?? '', 13)).toBeLessThanOrEqual(40);
	});

	test('a word longer than the line is broken with hyphens and loses no letter', () => {
		const lines = wrapText('ж'.repeat(20), { width: 50, fontSize: 10, maxLines: 9 });
		expect(lines.join('').replaceAll('-', '')).toBe('ж'.repeat(20));
		expect(lines.slice(0, -1).every((line) => line.endsWith('-'))).toBe(true);
	});

	test('a broken word leaves no lone comma on the next line, and breaks after a vowel', () => {
		// „Администрати-“ takes (718 + 56) × 0,13 = 100,6 px, too wide; one vowel earlier „Администра-“ takes 82,7 px.
		const lines = wrapText('Административно, правно', { width: 96, fontSize: 13, maxLines: 9 });
		expect(lines).toEqual(['Администра-', 'тивно, правно']);
	});

	test('zooming out enlarges the letters to 12 px on the screen, then leaves them out', () => {
		const box = { label: 'Дирекция „Бюджет“', width: 172, height: 104 };
		expect(boxText(box, 1)).toMatchObject({ fontSize: 13, hasFigures: true });
		// 12 / 0.6 = 20.
		expect(boxText(box, 0.6)).toMatchObject({ fontSize: 20, hasFigures: false });
		// (104 − 12 − 20) ÷ 26 = 2,8: two lines, the rest is for the number.
		expect(boxText({ ...box, label: 'Дирекция „Бюджет и финанси на общината“' }, 0.6).lines).toHaveLength(2);
		expect(boxText(box, 0.3).lines).toEqual([]);
	});
});

describe('walking and looking', () => {
	const units = [unit('mayor', null), unit('a', 'mayor'), unit('b', 'mayor'), unit('a1', 'a')];
	const layout = layoutOrgChart(units);

	test.each([
		['a', 'parent', 'mayor'],
		['a', 'child', 'a1'],
		['a', 'next', 'b'],
		['a', 'previous', undefined],
		['a1', 'first', 'mayor'],
		['mayor', 'last', 'b'],
		['unknown', 'next', 'mayor'],
	] as const)('from %s the step %s leads to %s', (key, direction, expected) => {
		expect(neighbourOf(layout, key, direction)).toBe(expected);
	});

	test('what a search found below a folded unit counts at the unit that hides it', () => {
		const folded = layoutOrgChart(units, { collapsed: new Set(['a']) });
		// a1 stands below the folded a; b stands there itself; nobody is called c.
		expect([...hitsBelow(folded, new Set(['a1', 'b', 'c']))]).toEqual([['a', 1]]);
		expect([...hitsBelow(layout, new Set(['a1']))]).toEqual([]);
	});

	test('fitting never enlarges and zooming keeps the middle', () => {
		const bounds = { x: 0, y: 0, width: 400, height: 100 };
		const size = { width: 200, height: 200 };
		const fitted = fitView(bounds, size);
		expect(fitted).toEqual({ x: 0, y: 0, width: 400, height: 400 });
		expect(fitView({ ...bounds, width: 100 }, size).width).toBe(200);
		const nearer = zoomView(fitted, size, { scale: 1 });
		expect(nearer).toEqual({ x: 100, y: 100, width: 200, height: 200 });
	});

	test('panning moves by window pixels and never loses the drawing', () => {
		const bounds = { x: 0, y: 0, width: 400, height: 400 };
		const size = { width: 200, height: 200 };
		const view = { x: 100, y: 100, width: 200, height: 200 };
		expect(panView(view, size, { x: 10, y: -20 }, bounds)).toMatchObject({ x: 90, y: 120 });
		expect(panView(view, size, { x: -9999, y: 0 }, bounds).x).toBe(360);
	});
});

import { expect, test } from 'vitest';
import { drawAll, layoutOrgChart, type ChartUnit } from '#lib/charts/org-chart.ts';
import { textWidth } from '#lib/charts/org-chart-text.ts';
import { drawBox, type BoxDrawing, type BoxLooks } from '#lib/components/charts/org-chart-box.ts';
import type { ChartMark } from '#lib/components/charts/org-chart-marks.ts';

const UNITS: readonly ChartUnit[] = ['mayor', 'finance'].map((key, at) => ({
	key,
	parentKey: at === 0 ? null : 'mayor',
	label: at === 0 ? 'Кмет на община' : 'Дирекция „Бюджет и финанси“',
	group: 'unit',
	isApart: false,
	change: at === 0 ? null : 'changed',
	movedFromKey: null,
}));

function markOf(value: string): ChartMark {
	return {
		colour: '#14595b',
		isHatched: true,
		isReconstructed: false,
		figures: '16 бр. · обща',
		value,
		spoken: value,
	};
}

/** The boxes as they are drawn with a value each. */
function draw(value: string, { layout, ...looks }: Partial<BoxLooks> & { layout: 'list' | 'compact' }) {
	const made = layoutOrgChart(UNITS, { layout, collapsed: new Set(['mayor']) });
	const marks = new Map(UNITS.map(({ key }) => [key, markOf(value)]));
	const usual = { path: null, hits: null, hrefOf: undefined, isDimmed: () => false };
	const all: BoxLooks = { options: made.options, marks, scale: 1, isPlain: false, ...usual, ...looks };
	return drawAll(made).boxes.map((box) => drawBox(box, all));
}

function wordsOf({ words }: BoxDrawing, kind: string) {
	const found = words.find((one) => one.kind === kind);
	if (!found) throw new Error(`no ${kind}`);
	return found;
}

test.each(['69 хил. €', '2 500 хил. €', '12 345 678,90 €'])(
	'in a row of the list the figures end before %s begins',
	(value) => {
		const [box] = draw(value, { layout: 'list' });
		if (!box) throw new Error('no box');
		const number = wordsOf(box, 'value');
		const begins = Number(number.x) - textWidth(value, Number(number.size));
		expect(Number(wordsOf(box, 'figures end').x)).toBeLessThanOrEqual(begins - 8);
	},
);

test('a folded box says how much is below it and what the lens says; from far it keeps two lines of its name', () => {
	const [near] = draw('16 бр.', { layout: 'compact' });
	expect(near?.shapes.map(({ kind }) => kind)).toEqual(['stripe', 'hatch', 'fold']);
	expect(near?.words.map(({ kind, text }) => [kind, text])).toEqual([
		['name', 'Кмет на община'],
		['figures', '16 бр. · обща'],
		['value', '16 бр.'],
		['count', '1'],
	]);
	const [plain] = draw('16 бр.', { layout: 'compact', isPlain: true });
	expect(plain?.shapes.map(({ kind }) => kind)).toEqual(['stripe']);
	expect(plain?.words.map(({ kind }) => kind)).toEqual(['name']);
});

test('what the search found below a folded box stands beside its button', () => {
	const [box] = draw('16 бр.', { layout: 'compact', hits: new Map([['mayor', 1]]) });
	expect(box?.words.at(-1)).toMatchObject({ kind: 'count hit' });
	expect(box?.spoken).toContain(box?.words.at(-1)?.text ?? '?');
});

import { describe, expect, test } from 'vitest';
import { viewMatrix } from '#lib/charts/matrix-view.ts';
import type { MatrixAsk, MatrixData, MatrixView } from '#lib/charts/matrix.ts';
import { MARK, packFunctionPlace } from '#lib/domain/workload/index.ts';

/** Two areas with three functions; a directorate with a post and a department below it, and a unit without functions. */
const DATA: MatrixData = {
	functions: [
		{ key: 'a1', label: 'Гражданска регистрация', kind: 'area', parent: -1, number: -1 },
		{ key: 'f1', label: 'издава удостоверения', kind: 'function', parent: 0, number: 0 },
		{ key: 'a2', label: 'Екология', kind: 'area', parent: -1, number: -1 },
		{ key: 'f2', label: 'води регистри', kind: 'function', parent: 2, number: 1 },
		{ key: 'f3', label: 'контролира отпадъците', kind: 'function', parent: 2, number: 2 },
	],
	places: [
		{ key: 'u1', label: 'Дирекция', kind: 'unit', parent: -1, number: 0 },
		{ key: 'p1', label: 'главен експерт', kind: 'post', parent: 0, number: 3 },
		{ key: 'u2', label: 'Отдел', kind: 'unit', parent: 0, number: 1 },
		{ key: 'u3', label: 'Архив', kind: 'unit', parent: -1, number: 2 },
	],
	links: {
		// Three of the first function, none of the second, two of the third.
		ends: [3, 3, 5],
		places: [0, 3, 1, 1, 3],
		cells: [
			...[MARK.accountable, MARK.participates, MARK.consulted, MARK.informed],
			packFunctionPlace({ marks: MARK.practised, fte: 0.5 }),
		],
	},
};

const ALL: MatrixAsk = {
	layer: 'both',
	functionQuery: '',
	placeQuery: '',
	folded: new Set(),
	withPosts: false,
	hideEmpty: false,
	functionSort: 'act',
	placeSort: 'act',
	functionOrder: [],
	placeOrder: [],
};

const ask = (more: Partial<MatrixAsk> = {}) => viewMatrix(DATA, { ...ALL, ...more });
const keys = (entries: MatrixView['places']) => entries.map(({ key }) => key).join(' ');

function cell(view: MatrixView, fn: string, place: string) {
	const [row, column] = [
		view.functions.find(({ key }) => key === fn),
		view.places.find(({ key }) => key === place),
	];
	if (!row || !column) throw new Error(`${fn} × ${place} is not shown`);
	return view.cellOf(row, column);
}

describe('matrix of functions and places', () => {
	test('a unit speaks for its posts, and each post for itself where posts are shown', () => {
		const both = MARK.accountable | MARK.participates;
		expect(cell(ask(), 'f1', 'u1').marks).toBe(both);
		const withPosts = ask({ withPosts: true });
		expect(keys(withPosts.places)).toBe('u1 p1 u2 u3');
		expect(cell(withPosts, 'f1', 'u1').marks).toBe(both);
		expect(cell(withPosts, 'f1', 'p1').marks).toBe(MARK.participates);
	});

	test('a folded unit speaks for everything in it', () => {
		const view = ask({ folded: new Set(['u1']) });
		expect(keys(view.places)).toBe('u1 u3');
		expect(cell(view, 'f1', 'u1').marks).toBe(MARK.accountable | MARK.participates | MARK.consulted);
		expect(cell(view, 'f3', 'u1')).toEqual({ marks: MARK.practised | MARK.informed, count: 1, fte: 0.5 });
	});

	test('an area counts its functions that touch the place, folded or not', () => {
		expect(cell(ask(), 'a2', 'u2').count).toBe(1);
		const view = ask({ folded: new Set(['a2']) });
		expect(keys(view.functions)).toBe('a1 f1 a2');
		expect(cell(view, 'a2', 'u1')).toEqual({ marks: MARK.practised, count: 1, fte: 0.5 });
		expect(view.functions.find(({ key }) => key === 'a2')?.total).toBe(2);
	});

	test('the edges count units of a function and functions of a unit; posts are not counted twice', () => {
		const view = ask({ withPosts: true });
		const totals = new Map([...view.functions, ...view.places].map((one) => [one.key, one.total]));
		// f1: Дирекция (with its post) and Отдел. f3: the same two. f2: nobody.
		expect([totals.get('f1'), totals.get('f2'), totals.get('f3')]).toEqual([2, 0, 2]);
		expect([totals.get('u1'), totals.get('p1'), totals.get('u2'), totals.get('u3')]).toEqual([2, 2, 2, 0]);
		expect(view.linkCount).toBe(4);
	});

	test('not measured stays null and is no zero', () => {
		const view = ask();
		expect(cell(view, 'f1', 'u1').fte).toBeNull();
		expect(view.functions.find(({ key }) => key === 'f1')?.fte).toBeNull();
		expect(view.functions.find(({ key }) => key === 'f3')?.fte).toBe(0.5);
		expect(view.mostFte).toBe(0.5);
	});

	test('work that is counted where its time is not known stays null too', () => {
		const links = { ends: [1, 1, 1], places: [0], cells: [MARK.practised] };
		const view = viewMatrix({ ...DATA, links }, ALL);
		expect(cell(view, 'f1', 'u1')).toEqual({ marks: MARK.practised, count: 1, fte: null });
		expect(view.places.find(({ key }) => key === 'u1')?.fte).toBeNull();
	});

	test('the layers show what is written, what is counted, or both', () => {
		expect(cell(ask({ layer: 'paper' }), 'f3', 'u1').marks).toBe(0);
		expect(cell(ask({ layer: 'practice' }), 'f3', 'u1')).toMatchObject({ marks: MARK.practised, fte: 0.5 });
		expect(cell(ask({ layer: 'practice' }), 'f1', 'u1').marks).toBe(0);
	});

	test('empty units can be left out; empty functions only when a unit is searched', () => {
		expect(keys(ask({ hideEmpty: true }).places)).toBe('u1 u2');
		expect(keys(ask({ hideEmpty: true }).functions)).toBe('a1 f1 a2 f2 f3');
		expect(keys(ask({ hideEmpty: true, placeQuery: 'отдел' }).functions)).toBe('a1 f1 a2 f3');
	});

	test('both edges are searched independently, and a hit inside something folded is shown', () => {
		const view = ask({ functionQuery: 'регистри', placeQuery: 'отдел', folded: new Set(['a2', 'u1']) });
		expect(keys(view.functions)).toBe('a2 f2');
		expect(keys(view.places)).toBe('u2');
		expect(keys(ask({ functionQuery: 'екология' }).functions)).toBe('a2 f2 f3');
		expect(keys(ask({ placeQuery: 'експерт', withPosts: true }).places)).toBe('p1');
	});

	test('sorting puts the largest first among the children of one parent; equal ones keep their order', () => {
		expect(keys(ask({ functionSort: 'total' }).functions)).toBe('a2 f3 f2 a1 f1');
		expect(keys(ask({ functionSort: 'fte' }).functions)).toBe('a2 f3 f2 a1 f1');
		expect(keys(ask({ placeSort: 'total' }).places)).toBe('u1 u2 u3');
	});

	test('work beyond any number of posts is added up as it is', () => {
		// A volume with zeros too many: 40 000 full posts at the unit and as many at its post.
		const cells = [40_000, 40_000].map((fte) => packFunctionPlace({ marks: MARK.practised, fte }));
		const view = viewMatrix({ ...DATA, links: { ends: [2, 2, 2], places: [0, 3], cells } }, ALL);
		expect(cell(view, 'f1', 'u1')).toEqual({ marks: MARK.practised, count: 1, fte: 80_000 });
		expect(cell(view, 'a1', 'u1').fte).toBe(80_000);
		expect([...view.functions, ...view.places].find(({ key }) => key === 'u1')?.fte).toBe(80_000);
	});

	test('nothing gives an empty picture', () => {
		const none = { ends: [], places: [], cells: [] };
		const view = viewMatrix({ functions: [], places: [], links: none }, ALL);
		expect(view).toMatchObject({ functions: [], places: [], functionCount: 0, linkCount: 0, mostFte: 0 });
	});

	test('lines put by hand stand before the others under their parent, whatever the sort', () => {
		const view = ask({ functionOrder: ['f3'], placeOrder: ['u3', 'u1'], functionSort: 'total' });
		expect(view.functions.map(({ key }) => key)).toEqual(['a2', 'f3', 'f2', 'a1', 'f1']);
		expect(view.places.map(({ key }) => key)).toEqual(['u3', 'u1', 'u2']);
	});

	test('counted work costs what a full post costs where it is done, in both totals of its edges', () => {
		// f3 has 0,5 post at p1 of u1, where a post costs 24 000 € a year: 12 000 €. Nothing else is counted.
		const places = DATA.places.map((place) => ({ ...place, price: 2_400_000 }));
		const priced = (more: Partial<MatrixAsk> = {}) => viewMatrix({ ...DATA, places }, { ...ALL, ...more });
		const costs = ({ functions, places: shown, costOf }: MatrixView) =>
			Object.fromEntries(
				[...functions, ...shown].flatMap((line) => {
					const cost = costOf(line);
					return cost === null ? [] : [[line.key, cost]];
				}),
			);
		expect(costs(priced())).toEqual({ a2: 1_200_000, f3: 1_200_000, u1: 1_200_000 });
		expect(costs(priced({ withPosts: true }))).toEqual({
			...{ a2: 1_200_000, f3: 1_200_000 },
			...{ u1: 1_200_000, p1: 1_200_000 },
		});
		expect(costs(priced({ layer: 'paper' }))).toEqual({});
		expect(costs(ask())).toEqual({});
	});
});

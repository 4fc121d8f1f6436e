import fc from 'fast-check';
import { expect, it } from 'vitest';
import { viewMatrix } from '#lib/charts/matrix-view.ts';
import {
	MATRIX_LAYERS,
	type MatrixAsk,
	type MatrixData,
	type MatrixEntry,
	type MatrixLayer,
	type MatrixNode,
} from '#lib/charts/matrix.ts';
import { COUNTED, MARK, packFunctionPlace, WRITTEN } from '#lib/domain/workload/index.ts';

const ASK: MatrixAsk = {
	...{ layer: 'both', functionQuery: '', placeQuery: '', folded: new Set<string>() },
	...{ withPosts: true, hideEmpty: false, functionSort: 'act', placeSort: 'act' },
	...{ functionOrder: [], placeOrder: [] },
};

const link = fc.record({
	fn: fc.nat(7),
	place: fc.nat(7),
	marks: fc.integer({ min: 1, max: 63 }),
	work: fc.option(fc.oneof(fc.nat(3000), fc.nat(2 ** 40))),
});

/** Two areas with four functions each; four units, each with a post after it. */
const matrices = fc
	.record({
		links: fc.array(link, { maxLength: 60 }),
		prices: fc.array(fc.option(fc.nat(5_000_000)), { minLength: 8, maxLength: 8 }),
	})
	.map(({ links: drawn, prices }) => {
		const links = drawn.toSorted((a, b) => a.fn - b.fn);
		const functions: MatrixNode[] = [];
		const places: MatrixNode[] = [];
		for (let at = 0; at < 8; at++) {
			const area = at < 4 ? 0 : 5;
			if (functions.length === area)
				functions.push({ key: `a${area}`, label: '', kind: 'area', parent: -1, number: -1 });
			functions.push({ key: `f${at}`, label: '', kind: 'function', parent: area, number: at });
		}
		for (let unit = 0; unit < 4; unit++) {
			const own = { label: '', price: prices[unit] ?? null };
			places.push({ ...own, key: `u${unit}`, kind: 'unit', parent: -1, number: unit });
			const price = prices[unit + 4] ?? null;
			places.push({ label: '', key: `p${unit}`, kind: 'post', parent: unit * 2, number: unit + 4, price });
		}
		const data: MatrixData = {
			functions,
			places,
			links: {
				ends: functions
					.filter(({ kind }) => kind === 'function')
					.map(({ number }) => links.filter(({ fn }) => fn <= number).length),
				places: links.map(({ place }) => place),
				cells: links.map(({ marks, work }) =>
					packFunctionPlace({ marks, fte: work === null ? null : work / 1000 }),
				),
			},
		};
		return { data, links, prices };
	});

type Drawn = typeof matrices extends fc.Arbitrary<infer Value> ? Value : never;

const layers = fc.constantFrom(...MATRIX_LAYERS);
const BITS = { both: 63, paper: WRITTEN, practice: COUNTED } as const;

/** What a layer leaves of the links that are looked for in the view; the data stay whole. */
function asked(drawn: Drawn, layer: MatrixLayer): Drawn {
	const links = drawn.links.flatMap((one) => {
		const marks = one.marks & BITS[layer];
		return marks === 0 ? [] : [{ ...one, marks, work: layer === 'paper' ? null : one.work }];
	});
	return { ...drawn, links };
}

/** The links of a line: an area speaks for its functions, a unit for its posts. */
function linksOf({ links }: Drawn, line: MatrixEntry) {
	const at = Number(line.key.slice(1));
	return links.filter(({ fn, place }) => {
		if (line.kind === 'area') return fn < 4 === (at === 0);
		if (line.kind === 'function') return fn === at;
		return line.kind === 'unit' ? place % 4 === at : place === at + 4;
	});
}

const sumOf = (links: Drawn['links']) =>
	links.some(({ work }) => work !== null)
		? links.reduce((sum, { work }) => sum + (work ?? 0), 0) / 1000
		: null;
const unitsIn = (links: Drawn['links']) => new Set(links.map(({ place }) => place % 4)).size;
const functionsIn = (links: Drawn['links']) => new Set(links.map(({ fn }) => fn)).size;

it('a cell is all links of its two lines, and work that nobody knows is never zero', () => {
	fc.assert(
		fc.property(matrices, layers, (given, layer) => {
			const drawn = asked(given, layer);
			const view = viewMatrix(drawn.data, { ...ASK, layer });
			for (const fn of view.functions) {
				for (const place of view.places) {
					const [across, down] = [linksOf(drawn, fn), new Set(linksOf(drawn, place))];
					const links = across.filter((one) => down.has(one));
					expect(view.cellOf(fn, place)).toEqual({
						marks: links.reduce((all, { marks }) => all | marks, 0),
						count: functionsIn(links),
						fte: sumOf(links),
					});
				}
			}
		}),
	);
});

it('the edges come to the same as the links, with posts beside their units and without', () => {
	fc.assert(
		fc.property(matrices, layers, fc.boolean(), (given, layer, withPosts) => {
			const drawn = asked(given, layer);
			const view = viewMatrix(drawn.data, { ...ASK, layer, withPosts });
			for (const line of [...view.functions, ...view.places]) {
				const links = linksOf(drawn, line);
				const answering = links.filter(({ marks }) => (marks & MARK.accountable) !== 0);
				const isFunction = line.kind === 'function';
				expect(line.fte).toEqual(sumOf(links));
				if (line.kind !== 'area') {
					expect(line.total).toBe(isFunction ? unitsIn(links) : functionsIn(links));
					expect(line.accountable).toBe(isFunction ? unitsIn(answering) : functionsIn(answering));
				}
				const priced = links.flatMap(({ work, place }) => {
					const price = drawn.prices[place] ?? null;
					return work === null || price === null ? [] : [(work * price) / 1000];
				});
				const cost = view.costOf(line);
				if (priced.length === 0) expect(cost).toBeNull();
				else {
					const sum = priced.reduce((all, one) => all + one, 0);
					expect(Math.abs((cost ?? NaN) - sum)).toBeLessThanOrEqual(1e-9 * Math.max(1, sum));
				}
			}
		}),
	);
});

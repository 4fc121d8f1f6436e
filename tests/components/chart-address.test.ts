import { describe, expect, it } from 'vitest';
import { doingsIn, withDoings, type ChartDoings } from '#lib/components/org/chart-address.ts';
import { relationKinds, relationsOf } from '#lib/components/org/chart-relations.ts';

const PAGE = new URL('http://localhost/m/elena/structure?lens=headcount&layout=list');
const DONE: ChartDoings = {
	...{ query: 'бюджет', step: 'h2', chosen: 'el-fin', folded: ['el-a', 'el-b'] },
	...{ isPathShown: true, sight: '0.8 120 340', roles: ['participates', 'consulted'] },
};

describe('the address of the chart', () => {
	it('keeps everything that was done and gives it back', () => {
		const address = withDoings(PAGE, DONE);
		expect(doingsIn(address)).toEqual(DONE);
		expect(address.searchParams.get('lens')).toBe('headcount');
		expect(address.searchParams.get('layout')).toBe('list');
	});

	it('is the plain one when nothing was done', () => {
		const nothing = doingsIn(PAGE);
		expect(withDoings(PAGE, nothing).href).toBe(PAGE.href);
		expect(withDoings(withDoings(PAGE, DONE), nothing).href).toBe(PAGE.href);
	});

	it('leaves out what is folded when it would become too long for a server, and keeps the rest', () => {
		// 400 keys of 12 letters with a space between them are 5 199 letters.
		const folded = Array.from({ length: 400 }, (_, at) => `unit-${String(at).padStart(7, '0')}`);
		const address = withDoings(PAGE, { ...DONE, folded });
		expect(address.searchParams.has('fold')).toBe(false);
		expect(doingsIn(address)).toEqual({ ...DONE, folded: [] });
	});

	it('takes kinds of relations that do not exist for none', () => {
		expect(doingsIn(new URL('http://localhost/?relations=owns consulted')).roles).toEqual(['consulted']);
	});
});

describe('relations of a unit', () => {
	const all = [
		{ fromKey: 'a', toKey: 'b', role: 'participates', functions: 3 },
		{ fromKey: 'c', toKey: 'a', role: 'participates', functions: 1 },
		{ fromKey: 'a', toKey: 'b', role: 'consulted', functions: 2 },
		{ fromKey: 'b', toKey: 'c', role: 'consulted', functions: 9 },
	] as const;
	const nameOf = (key: string) => key.toUpperCase();

	it('are counted by kind, only those that it has', () => {
		expect(relationKinds(all, 'a')).toEqual([
			{ role: 'participates', words: 'участва · 4 функции' },
			{ role: 'consulted', words: 'съгласува · 2 функции' },
		]);
		expect(relationKinds(all, 'x')).toEqual([]);
	});

	it('are drawn by the other unit, only of the chosen kinds', () => {
		expect(relationsOf(all, 'a', { roles: [], nameOf })).toEqual([]);
		expect(relationsOf(all, 'a', { roles: ['participates', 'consulted'], nameOf })).toEqual([
			{
				...{ fromKey: 'a', toKey: 'b', otherName: 'B' },
				...{ caption: 'У 3 · С 2', words: 'участва · 3 функции, съгласува · 2 функции' },
			},
			{ fromKey: 'a', toKey: 'c', otherName: 'C', caption: 'У 1', words: 'участва · 1 функция' },
		]);
	});
});

import { describe, expect, it } from 'vitest';
import { cutCells } from '#lib/domain/workload/index.ts';
import { functionKey, postKey } from './builders.ts';

/** „f a ABC“: A, B and C of post a spend time on the function f. */
function cells(...said: readonly string[]): readonly string[] | null {
	const times = said.map((one) => {
		const [fn = '', post = '', people] = one.split(' ');
		return { postKey: postKey(post), functionKey: functionKey(fn), people: new Set(people) };
	});
	const cut = cutCells(times, { name: 'c', smallest: 3 });
	return cut && times.map((time) => cut.get(time)!).map(({ id, size }) => `${id.trim()}: ${size}`);
}

describe('the answers of a unit divided into the smallest sums that may be shown', () => {
	it('are divided by function and post where three people stand behind each', () => {
		expect(cells('f a ABC', 'f b DEF', 'g b DEF')).toEqual(['c f a: 1', 'c f b: 1', 'c g b: 1']);
	});

	it('put a post of one person together with another, not with a third', () => {
		expect(cells('f a ABC', 'f b D', 'f e EFGHI')).toEqual(['c f: 2', 'c f: 2', 'c f e: 1']);
	});

	it('put a function of one person together with the next smallest, over all posts of both', () => {
		expect(cells('g b A', 'f b AB', 'f a C', 'h a DEFG')).toEqual(['c: 3', 'c: 3', 'c: 3', 'c h a: 1']);
	});

	it('count who spends time on the function, not who was asked', () => {
		// Three sit on post a and A alone does f: with g of the same person it is still one answer, so h hides as well.
		expect(cells('f a A', 'g a A', 'h a ABC')).toEqual(['c: 3', 'c: 3', 'c: 3']);
	});

	it('are none where fewer than three people answered in all', () => {
		expect(cells('f a A', 'g b B')).toBeNull();
		expect(cells('f a AB')).toBeNull();
	});
});

import { describe, expect, it } from 'vitest';
import { postStack } from '#lib/components/workload/post-stack.ts';
import { postLines, type FunctionRow } from '#lib/components/workload/unit-methods.ts';
import { certain } from '#lib/domain/workload/index.ts';
import { share } from '#lib/domain/shared/index.ts';

const post = (key: string, fte: number | 'hidden') => ({
	...{ key, title: { bg: key, en: null }, people: 3 },
	fte: fte === 'hidden' ? fte : certain(fte),
});
const fn = (key: string, survey: number, posts: FunctionRow['posts']): FunctionRow => ({
	...{ key, text: { bg: key, en: null }, weight: 1, part: share(1), volume: null, comparison: null },
	peers: { kind: 'not-compared', reason: { code: 'workload/no-peer' }, terms: [] },
	...{ isDoubtful: false, survey: certain(survey), posts },
});

describe('the time of the survey by post', () => {
	it('is stacked for the unit and for each function, the largest first', () => {
		const stack = postStack(
			[fn('f', 1, [post('a', 0.75), post('b', 0.25)]), fn('g', 3, [post('a', 3)])],
			certain(4),
		);
		expect(stack?.posts).toMatchObject([
			{ key: 'a', number: 1, fte: 3.75 },
			{ key: 'b', number: 2, fte: 0.25 },
		]);
		// 3,75 of 4 posts are 93,75 % of the width
		expect(stack?.unit.parts.map(({ width }) => width)).toEqual([93.75, 6.25]);
		expect(stack?.functions.map(({ method }) => method)).toEqual(['g', 'f']);
	});

	it('puts the posts that stay hidden into one part without a post', () => {
		// b is one person, so a of three is hidden with it: the part of 2 posts is about four people
		const posts = [post('a', 'hidden'), post('b', 'hidden'), post('c', 1.5)];
		const stack = postStack([fn('f', 3.5, posts)], certain(3.5));
		expect(stack?.unit.parts.map(({ number, value }) => [number, value])).toEqual([
			[1, 1.5],
			[null, 2],
		]);
		expect(stack?.posts.map(({ key }) => key)).toEqual(['c']);
	});

	it('is not drawn where nothing may be shown or nobody was asked', () => {
		expect(postStack([fn('f', 1, [post('a', 'hidden')])], certain(1))).toBeNull();
		expect(postStack([fn('f', 1, [post('a', 1)])], undefined)).toBeNull();
	});
});

it('under a function each post has its line, and those that are not shown have one together', () => {
	const lines = postLines([post('a', 'hidden'), post('b', 0.5), post('c', 'hidden')]);
	expect(lines).toHaveLength(2);
	expect(lines[0]).toMatch(/^b: 0,50/u);
	expect(lines[1]).toBe('a, c: по-малко от 3 души');
});

import { describe, expect, it } from 'vitest';
import { certain, hiddenSurvey, shareSurvey, type PostTime } from '#lib/domain/workload/index.ts';
import { anAllocation, aPost } from './builders.ts';

/** „a f x 2“: post a answers for the function f in the cell x of two; „a f“ in none. */
function said(text: string) {
	const [post = '', fn = '', id, size] = text.split(' ');
	return anAllocation(post, fn, 0.5, { cell: id === undefined ? null : { id, size: Number(size) } });
}

function time(text: string): PostTime {
	const allocation = said(text);
	return { post: aPost(allocation.postKey, 'u'), allocation, fte: certain(0.5) };
}

describe('the survey of a unit for whoever may not see persons', () => {
	it('shows neither post where two share a cell, and their sum', () => {
		const { functions, hides } = hiddenSurvey(['a f x 2', 'b f x 2', 'c f y 1'].map(time));
		expect([...functions]).toEqual([]);
		expect(hides(said('a f x 2'))).toBe(true);
		expect(hides(said('c f y 1'))).toBe(false);
	});

	it('hides the functions that share a cell, and every post in them', () => {
		const { functions } = hiddenSurvey(['a f x 2', 'b g x 2', 'c h y 1'].map(time));
		expect([...functions]).toEqual(['f', 'g']);
	});
});

describe('the survey of units as it is shared', () => {
	const POSTS = [aPost('a', 'u'), aPost('b', 'u'), aPost('c', 'v')];
	const nobody = () => false;

	it('is shown where its cells are whole in the unit', () => {
		const answers = ['a f x 2', 'b f x 2', 'c f y 1'].map(said);
		const shared = shareSurvey({ posts: POSTS }, answers, nobody);
		expect(shared.allocations).toBe(answers);
		expect([shared.hiddenUnits.size, shared.hiddenFunctions.size]).toEqual([0, 0]);
	});

	it('is hidden in both units where a post of a cell has moved from the one to the other', () => {
		const answers = ['a f x 3', 'b g y 1', 'c f x 3'].map(said);
		const shared = shareSurvey({ posts: POSTS }, answers, nobody);
		expect([...shared.hiddenUnits]).toEqual(['u', 'v']);
		expect(shared.allocations).toEqual([]);
		expect([...shared.hiddenFunctions]).toEqual(['f', 'g']);
	});

	it('is hidden where a part of the unit was never to be shown', () => {
		const shared = shareSurvey({ posts: POSTS }, ['a f x 1', 'b f', 'c f y 1'].map(said), nobody);
		expect([...shared.hiddenUnits]).toEqual(['u']);
		expect(shared.allocations.map(({ postKey }) => postKey)).toEqual(['c']);
	});

	it('is whole for whoever may see the people of the unit', () => {
		const shared = shareSurvey({ posts: POSTS }, ['a f', 'c f'].map(said), (unit) => unit === 'u');
		expect(shared.allocations.map(({ postKey }) => postKey)).toEqual(['a']);
		expect([...shared.hiddenUnits]).toEqual(['v']);
	});

	it('names the functions that are hidden in some unit, because their sum over all units would tell them', () => {
		const answers = ['a f x 2', 'b g x 2', 'c f y 1'].map(said);
		expect([...shareSurvey({ posts: POSTS }, answers, nobody).hiddenFunctions]).toEqual(['f', 'g']);
	});
});

import { describe, expect, it } from 'vitest';
import { share, type FunctionKey, type PostKey } from '#lib/domain/shared/index.ts';
import { shareSurvey, type Allocation } from '#lib/domain/workload/index.ts';
import { aPost } from './builders.ts';

/** „p f 2“: two people of post p answered for the function f. */
function said(text: string): Allocation {
	const [post, fn, people] = text.split(' ');
	return {
		...{ postKey: post as PostKey, functionKey: fn as FunctionKey, respondents: Number(people) },
		...{ share: share(0.5), low: null, high: null, load: null, source: '' },
	};
}

const POSTS = [aPost('a', 'small'), aPost('b', 'small'), aPost('c', 'big'), aPost('d', 'big')];
const ANSWERS = ['a f 1', 'a g 1', 'b f 1', 'c f 3', 'd g 1', 'd h 1'].map(said);

describe('the survey of units as it is shared', () => {
	it('leaves out a unit in which fewer than three people answered, whatever they answered for', () => {
		// small: one person of a, whether for f or g, and one of b, are two; big: three of c and one of d
		const shared = shareSurvey({ posts: POSTS }, ANSWERS, { smallest: 3, maySee: () => false });
		expect([...shared.hiddenUnits]).toEqual(['small']);
		expect(shared.allocations.map(({ postKey }) => postKey)).toEqual(['c', 'd', 'd']);
	});

	it('names the functions that are hidden in some unit, because their sum over all units would tell them', () => {
		const shared = shareSurvey({ posts: POSTS }, ANSWERS, { smallest: 3, maySee: () => false });
		expect([...shared.hiddenFunctions].sort()).toEqual(['f', 'g', 'h']);
	});

	it('is whole for whoever may see the people', () => {
		const shared = shareSurvey({ posts: POSTS }, ANSWERS, { smallest: 3, maySee: () => true });
		expect(shared.allocations).toBe(ANSWERS);
		expect([shared.hiddenUnits.size, shared.hiddenFunctions.size]).toEqual([0, 0]);
	});
});

import { describe, expect, it } from 'vitest';
import type { FunctionKey } from '#lib/domain/shared/index.ts';
import { share } from '#lib/domain/shared/index.ts';
import { certain, hiddenSurvey, type PostTime } from '#lib/domain/workload/index.ts';
import { aPost } from './builders.ts';

/** „f a 3“: post a answers for the function f, three people. */
function time(said: string): PostTime {
	const [fn = '', key = '', people] = said.split(' ');
	const post = aPost(key, 'u');
	const range = { share: share(0.5), low: null, high: null, load: null, source: '' };
	const allocation = {
		postKey: post.key,
		functionKey: fn as FunctionKey,
		respondents: Number(people),
		...range,
	};
	return { post, allocation, fte: certain(0.5) };
}

function shown(...said: readonly string[]) {
	const { functions, hides } = hiddenSurvey(said.map(time), 3);
	return {
		functions: [...functions],
		posts: said.filter((one) => !hides(time(one).allocation)),
	};
}

describe('the survey of a unit for whoever may not see persons', () => {
	it('hides a second post of a function where one would be the answer of a single person', () => {
		expect(shown('f a 3', 'f b 1', 'f c 5')).toEqual({ functions: [], posts: ['f c 5'] });
		expect(shown('f a 3', 'f b 1')).toEqual({ functions: [], posts: [] });
	});

	it('hides no third post where the two hidden are about three people', () => {
		expect(shown('f a 1', 'f b 2', 'f c 3')).toEqual({ functions: [], posts: ['f c 3'] });
	});

	it('hides a second function beside one of a single person, and every post in both', () => {
		expect(shown('f a 3', 'g b 1', 'h c 5')).toEqual({ functions: ['g', 'f'], posts: ['h c 5'] });
	});

	it('counts a person who answers for three functions once', () => {
		// f, g and h are three answers of b alone; together they would be the whole time of one person
		const { functions } = shown('f b 1', 'g b 1', 'h b 1', 'k a 4');
		expect(functions).toEqual(['f', 'g', 'h', 'k']);
	});

	it('shows what three people or more said', () => {
		expect(shown('f a 3', 'g a 3', 'g b 4')).toMatchObject({ functions: [], posts: { length: 3 } });
	});
});

import type { PostTime } from './survey-need.ts';
import { hiddenRows } from './survey/suppress.ts';

/** What of the survey of one unit stays hidden from whoever may not see persons. */
export interface HiddenSurvey {
	/** Functions whose time stays hidden, with that of every post in them. */
	readonly functions: ReadonlySet<string>;
	/** True for the time of a post in a function that stays hidden. */
	readonly hides: (of: Pick<PostTime['allocation'], 'postKey' | 'functionKey'>) => boolean;
}

/** Nothing is hidden from whoever may see persons. */
export const NOTHING_HIDDEN: HiddenSurvey = { functions: new Set(), hides: () => false };

/**
 * What stays hidden of the survey of a unit where its total, the time of its functions and that of the posts in them are
 * published together: the whole less what is shown is what is hidden, so that has to speak of at least the smallest group, in
 * the unit over all functions and again in each function over its posts. The same people answer for many functions and
 * count once; how far the people of a post are the same is not known, so as many as can be are.
 * Example (smallest group 3): a function of post A (3 people, 1,5) and post B (1 person, 0,5) shows 2,0 and neither post; post A alone would
 * leave 0,5, which is the answer of one person.
 */
export function hiddenSurvey(terms: readonly PostTime[], smallest: number): HiddenSurvey {
	const byFunction = Map.groupBy(terms, ({ allocation }) => allocation.functionKey);
	const rows = [...byFunction].map(([key, of]) => ({ key, people: new Set(of.flatMap(peopleOf)) }));
	const functions = hiddenRows(rows, smallest);
	const posts = new Map(
		[...byFunction].map(([key, of]) => {
			const parts = of.map((term) => ({ key: term.post.key, people: new Set(peopleOf(term)) }));
			return [key, hiddenRows(parts, smallest)];
		}),
	);
	return {
		functions,
		hides: ({ postKey, functionKey }) =>
			functions.has(functionKey) || (posts.get(functionKey)?.has(postKey) ?? false),
	};
}

/** People behind the time of a post: the respondents, or everybody on the post where their number is not stated. */
export function answeredBy({ post, allocation }: Pick<PostTime, 'post' | 'allocation'>): number {
	return allocation.respondents ?? Math.ceil(post.occupied);
}

function peopleOf(term: PostTime): readonly string[] {
	return Array.from({ length: answeredBy(term) }, (_, at) => `${term.post.key} ${at}`);
}

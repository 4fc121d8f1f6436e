import type { Post } from '../org/index.ts';
import { share, type FunctionKey, type PostKey, type Share } from '../shared/index.ts';
import { sumEstimates, type Estimate } from './estimate.ts';

/** Share of the working time of one person of a post that goes to a function; a validated result of a time survey. */
export interface Allocation {
	readonly postKey: PostKey;
	readonly functionKey: FunctionKey;
	readonly share: Share;
	/** Least and greatest of the answers; null where the share comes from one measurement. */
	readonly low: Share | null;
	readonly high: Share | null;
	/** People behind the share; null when not stated. */
	readonly respondents: number | null;
	readonly source: string;
}

/** What a post spends on a function, full posts. */
export interface PostTime {
	readonly post: Post;
	readonly allocation: Allocation;
	readonly fte: Estimate;
}

export interface SurveyNeed {
	/** Full posts of each function, in the order in which the allocations stand. */
	readonly functions: ReadonlyMap<FunctionKey, Estimate>;
	readonly total: Estimate;
	/** Occupied posts whose people answered ÷ all occupied posts; null when nobody is there. */
	readonly coverage: Share | null;
	readonly terms: readonly PostTime[];
}

/**
 * Staff time of one unit by the survey: Σ over its posts (share × occupied posts), full posts; the range takes the least
 * and the greatest answer in place of the share. Null where no post of the unit has an allocation.
 *
 * The survey says where the time goes, not how much is needed: with every share stated it equals the occupied posts.
 * Example: 2 people at 0,30 (0,20–0,40) and 1 at 0,50 → 0,6 + 0,5 = 1,1 (0,9–1,3). Source: methodology §3.7.
 */
export function surveyNeed(
	posts: readonly Post[],
	allocationsByPost: ReadonlyMap<PostKey, readonly Allocation[]>,
): SurveyNeed | null {
	const terms = posts.flatMap((post) =>
		(allocationsByPost.get(post.key) ?? []).map((allocation) => ({
			post,
			allocation,
			fte: timeOf(allocation, post.occupied),
		})),
	);
	if (terms.length === 0) return null;
	const occupied = sumOf(posts);
	const answered = sumOf(posts.filter(({ key }) => allocationsByPost.has(key)));
	return {
		functions: new Map(
			[...Map.groupBy(terms, ({ allocation }) => allocation.functionKey)].map(([key, parts]) => [
				key,
				sumEstimates(parts.map(({ fte }) => fte)),
			]),
		),
		total: sumEstimates(terms.map(({ fte }) => fte)),
		coverage: occupied > 0 ? share(Math.min(answered / occupied, 1)) : null,
		terms,
	};
}

function timeOf(allocation: Allocation, people: number): Estimate {
	return {
		low: (allocation.low ?? allocation.share) * people,
		expected: allocation.share * people,
		high: (allocation.high ?? allocation.share) * people,
	};
}

function sumOf(posts: readonly Post[]): number {
	return posts.reduce((sum, { occupied }) => sum + occupied, 0);
}

import type { Post } from '../org/index.ts';
import { share, type FunctionKey, type PostKey, type Share } from '../shared/index.ts';
import { sumEstimates, type Estimate } from './estimate.ts';
import type { SurveyCell } from './survey/cells.ts';

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
	/** Hours that the people of the post work ÷ the hours of their posts; null counts as 1. */
	readonly load: number | null;
	/** Occupied posts when the people were asked; null counts those of the structure. */
	readonly occupied: number | null;
	/** The sum that may be shown to everybody in which it stands; null is never shown. */
	readonly cell: SurveyCell | null;
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
}

export type AllocationsByPost = ReadonlyMap<PostKey, readonly Allocation[]>;

/**
 * Staff time of one unit by the survey: Σ over its posts (share × posts occupied when asked × load), full posts; the range
 * takes the least and the greatest answer in place of the share. Null where no post of the unit has an allocation.
 *
 * The survey says how long people work and on what, not how much is needed: with every share stated and no hours beyond
 * those of the posts it equals the occupied posts. Example: 2 people at 0,30 (0,20–0,40) and 1 at 0,50 → 0,6 + 0,5 = 1,1
 * (0,9–1,3); with 44 hours a week on posts of 40 it is 1,21. Source: methodology §3.7.
 */
export function surveyNeed(posts: readonly Post[], byPost: AllocationsByPost): SurveyNeed | null {
	const functions = new Map<FunctionKey, Sum>();
	let [occupied, answered] = [0, 0];
	for (const post of posts) {
		occupied += post.occupied;
		const allocations = byPost.get(post.key);
		if (!allocations) continue;
		answered += post.occupied;
		for (const allocation of allocations) addTo(functions, allocation, workedPosts(post, allocation));
	}
	if (functions.size === 0) return null;
	return {
		functions,
		total: sumEstimates(functions.values()),
		coverage: occupied > 0 ? share(Math.min(answered / occupied, 1)) : null,
	};
}

/** What each post spends on each function, in the order of the staffing table. */
export function surveyTerms(posts: readonly Post[], byPost: AllocationsByPost): readonly PostTime[] {
	return posts.flatMap((post) =>
		(byPost.get(post.key) ?? []).map((allocation) => ({
			post,
			allocation,
			fte: timeOf(allocation, workedPosts(post, allocation)),
		})),
	);
}

/** Occupied posts as they were worked when people were asked: 2 posts with 44 hours a week on 40 are 2,2. */
export function workedPosts(
	post: Pick<Post, 'occupied'>,
	{ load, occupied }: Pick<Allocation, 'load' | 'occupied'>,
): number {
	return (occupied ?? post.occupied) * (load ?? 1);
}

interface Sum {
	low: number;
	expected: number;
	high: number;
}

/** Adds in place: a survey has tens of thousands of allocations, and a changed assumption sums them again. */
function addTo(
	sums: Map<FunctionKey, Sum>,
	{ functionKey, share, low, high }: Allocation,
	people: number,
): void {
	let sum = sums.get(functionKey);
	if (!sum) {
		sum = { low: 0, expected: 0, high: 0 };
		sums.set(functionKey, sum);
	}
	sum.low += (low ?? share) * people;
	sum.expected += share * people;
	sum.high += (high ?? share) * people;
}

function timeOf(allocation: Allocation, people: number): Estimate {
	return {
		low: (allocation.low ?? allocation.share) * people,
		expected: allocation.share * people,
		high: (allocation.high ?? allocation.share) * people,
	};
}

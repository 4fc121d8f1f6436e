import type { Post, Structure } from '../org/index.ts';
import type { FunctionKey, PostKey, UnitKey } from '../shared/index.ts';
import { surveyTerms, type Allocation } from './survey-need.ts';
import { answeredBy, hiddenSurvey } from './survey-shown.ts';

/** A survey without what would be the answers of fewer people than may be shown. */
export interface SharedSurvey {
	readonly allocations: readonly Allocation[];
	/** Units whose whole survey speaks of too few people. */
	readonly hiddenUnits: ReadonlySet<UnitKey>;
	/** Functions on which, in some unit, too few people spend time; their sum over all units less what is shown would be theirs. */
	readonly hiddenFunctions: ReadonlySet<FunctionKey>;
}

/**
 * The survey as it may be shared with a reader: without the units whose answers come from fewer people than the smallest
 * group, unless the reader may see the people of the unit. Of such a unit even the total tells how long one person works.
 * Example (smallest group 3): a unit of two people with 1,10 and 1,30 of a post is left out; a unit of three stays.
 */
export function shareSurvey(
	structure: Pick<Structure, 'posts'>,
	allocations: readonly Allocation[],
	{ smallest, maySee }: { readonly smallest: number; readonly maySee: (unit: UnitKey) => boolean },
): SharedSurvey {
	const byPost = Map.groupBy(allocations, ({ postKey }) => postKey);
	const hiddenUnits = new Set<UnitKey>();
	const hiddenFunctions = new Set<FunctionKey>();
	for (const [unit, posts] of Map.groupBy(structure.posts, ({ unitKey }) => unitKey)) {
		if (maySee(unit)) continue;
		const terms = surveyTerms(posts, byPost);
		for (const key of hiddenSurvey(terms, smallest).functions) hiddenFunctions.add(key as FunctionKey);
		const people = peopleOf(posts, byPost);
		if (people > 0 && people < smallest) hiddenUnits.add(unit);
	}
	const hiddenPosts = new Set(
		structure.posts.flatMap(({ key, unitKey }) => (hiddenUnits.has(unitKey) ? [key] : [])),
	);
	return {
		allocations:
			hiddenPosts.size === 0 ? allocations : allocations.filter(({ postKey }) => !hiddenPosts.has(postKey)),
		...{ hiddenUnits, hiddenFunctions },
	};
}

/** People behind the answers of a unit; those of a post answered together. */
function peopleOf(posts: readonly Post[], byPost: ReadonlyMap<PostKey, readonly Allocation[]>): number {
	return posts.reduce((sum, post) => {
		const answered = (byPost.get(post.key) ?? []).map((allocation) => answeredBy({ post, allocation }));
		return sum + Math.max(0, ...answered);
	}, 0);
}

import type { PostKey } from '../shared/index.ts';
import { hiddenRows } from './survey/suppress.ts';
import type { UnitWorkload } from './unit-workload.ts';

export interface SharedPosts {
	/** The workload with the figures of posts that may be shared, and no post named at the others' activities. */
	readonly workload: UnitWorkload;
	/** Posts left out, and the people on them. */
	readonly hidden: { readonly posts: number; readonly occupied: number };
}

/**
 * The workload of a unit for whoever may not see its people: a post of fewer people than the smallest group has no figure
 * of its own, because it would be that of one person; where all such posts together are still about fewer, one more is
 * left out. The unit as a whole stays. A post without people is about nobody and stays.
 * Example (smallest group 3): posts of 4, 1 and 2 people → the first is shown, the others are „2 длъжности с 3 заети“.
 */
export function sharePosts(workload: UnitWorkload, smallest: number): SharedPosts {
	const peopleOf = (key: string, count: number) =>
		new Set(Array.from({ length: count }, (_, at) => `${key} ${at}`));
	const hidden = hiddenRows(
		workload.posts.map(({ post: { key, occupied } }) => ({
			key,
			people: peopleOf(key, Math.ceil(occupied)),
		})),
		smallest,
	);
	const isHidden = (key: PostKey | null) => key !== null && hidden.has(key);
	const left = workload.posts.filter(({ post }) => hidden.has(post.key));
	const { terms } = workload;
	return {
		workload: {
			...workload,
			posts: workload.posts.filter(({ post }) => !hidden.has(post.key)),
			terms: terms && {
				...terms,
				activities: terms.activities.map((term) => ({
					...term,
					activity: isHidden(term.activity.postKey) ? { ...term.activity, postKey: null } : term.activity,
				})),
				unmeasured: terms.unmeasured.map((activity) =>
					isHidden(activity.postKey) ? { ...activity, postKey: null } : activity,
				),
			},
		},
		hidden: { posts: left.length, occupied: left.reduce((sum, { post }) => sum + post.occupied, 0) },
	};
}

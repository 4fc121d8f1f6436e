import { headcount, type Headcount } from '../shared/index.ts';
import type { Post } from './types.ts';

/** Approved, occupied and vacant posts (щатни бройки); vacant is the difference. */
export interface HeadcountTotals {
	readonly approved: Headcount;
	readonly occupied: Headcount;
	readonly vacant: Headcount;
}

export const NO_POSTS: HeadcountTotals = {
	approved: headcount(0),
	occupied: headcount(0),
	vacant: headcount(0),
};

/** Head count of some lines of the staffing table. Example: 2 approved with 1,5 occupied → 0,5 vacant. */
export function headcountOf(posts: readonly Post[]): HeadcountTotals {
	const approved = posts.reduce((sum, post) => sum + post.approved, 0);
	const occupied = posts.reduce((sum, post) => sum + post.occupied, 0);
	return {
		approved: headcount(approved),
		occupied: headcount(occupied),
		vacant: headcount(Math.max(approved - occupied, 0)),
	};
}

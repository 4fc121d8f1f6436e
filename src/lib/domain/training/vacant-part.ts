import type { EmployeeId, IsoDate, PostKey } from '../shared/index.ts';
import type { Employee } from './types.ts';

/** What of the approved posts of a line nobody takes on a day, in posts; below zero where more serve than there are places. */
export type VacantPart = number;

/**
 * How much of each post is free on a day, in posts: the approved number less the parts that people take who serve then.
 * @param apart a person who is about to be put somewhere and is not counted
 * Example: 2 approved, one person with 1 and one with 0,5 → 0,5.
 */
export function computeVacantParts(
	posts: readonly { readonly key: PostKey; readonly approved: number }[],
	people: readonly Pick<Employee, 'id' | 'postKey' | 'occupancy' | 'leftOn'>[],
	{ on, apart }: { readonly on: IsoDate; readonly apart?: EmployeeId },
): ReadonlyMap<PostKey, VacantPart> {
	const free = new Map<PostKey, VacantPart>(posts.map(({ key, approved }) => [key, approved]));
	for (const { id, postKey, occupancy, leftOn } of people) {
		const before = free.get(postKey);
		const serves = leftOn === null || leftOn > on;
		if (before !== undefined && serves && id !== apart) free.set(postKey, rounded(before - occupancy));
	}
	return free;
}

/** Parts are written with two places; sums of them keep no dust of binary fractions. */
function rounded(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}

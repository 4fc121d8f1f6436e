import type { FunctionKey, PostKey } from '../../shared/index.ts';
import { hiddenRows } from './suppress.ts';

/** A sum of a survey that is shown whole or not at all. */
export interface SurveyCell {
	readonly id: string;
	/** Shares in it, each of one post and one function. */
	readonly size: number;
}

/** Time of a post for a function, with the people who spend it. */
export interface AnsweredTime {
	readonly postKey: PostKey;
	readonly functionKey: FunctionKey;
	readonly people: ReadonlySet<string>;
}

/**
 * Divides the answers of one unit into the smallest sums that may be shown: each speaks of at least the smallest group, and
 * so does whatever is left when any of them are taken from any others. A function of enough people is divided among its
 * posts, those of too few together; functions of too few people are one sum with what hides them. Null where the unit has
 * no such sum. Every shared figure of a survey, in whichever version, is a sum of whole cells.
 * Example (smallest group 3): function f of posts A (3 people) and B (3), g of C (1), h of A (3) → cells f·A, f·B and g+h.
 */
export function cutCells(
	times: readonly AnsweredTime[],
	{ name, smallest }: { readonly name: string; readonly smallest: number },
): ReadonlyMap<AnsweredTime, SurveyCell> | null {
	const byFunction = Map.groupBy(times, ({ functionKey }) => functionKey);
	const hidden = hiddenRows(rowsOf(byFunction), smallest);
	const cellOf = new Map<AnsweredTime, string>();
	for (const [key, own] of byFunction) {
		const posts = hiddenRows(rowsOf(Map.groupBy(own, ({ postKey }) => postKey)), smallest);
		for (const time of own) {
			const part = posts.has(time.postKey) ? '' : time.postKey;
			cellOf.set(time, hidden.has(key) ? name : `${name} ${key} ${part}`);
		}
	}
	const cells = Map.groupBy(times, (time) => cellOf.get(time) ?? name);
	if (rowsOf(cells).some(({ people }) => people.size < smallest)) return null;
	return new Map(
		[...cells].flatMap(([id, own]) => own.map((time) => [time, { id, size: own.length }] as const)),
	);
}

function rowsOf(groups: ReadonlyMap<string, readonly AnsweredTime[]>) {
	return [...groups].map(([key, own]) => ({
		key,
		people: new Set(own.flatMap(({ people }) => [...people])),
	}));
}

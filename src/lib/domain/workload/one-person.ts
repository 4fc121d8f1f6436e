import type { Post, Structure } from '../org/index.ts';
import type { FunctionKey, PostKey } from '../shared/index.ts';
import type { Allocation } from './survey-need.ts';

/** A function that stops when one person is away (F27). */
export interface OnePersonFunction {
	readonly functionKey: FunctionKey;
	readonly post: Post;
	/** What says so: the time survey, the written roles of posts, or the counted activities. */
	readonly basis: 'survey' | 'participation' | 'activity';
}

/**
 * Functions done by exactly one occupied post of at most one person, in the order of the structure. The survey speaks
 * where it knows the function; otherwise the posts that are written for it, otherwise the posts of its activities. A
 * function that a whole unit is written for, or that nobody is named for, is not listed: it is not known who does it.
 * Example: only „Архитект“ (1 of 1) spends time on permits → listed; two of „Старши специалист“ do → not listed.
 */
export function onePersonFunctions(
	structure: Structure,
	allocations: readonly Allocation[],
): readonly OnePersonFunction[] {
	const posts = new Map(structure.posts.map((post) => [post.key, post]));
	const spent = Map.groupBy(
		allocations.filter(({ share }) => share > 0),
		({ functionKey }) => functionKey,
	);
	const written = Map.groupBy(
		structure.participations.filter(({ role }) => role === 'accountable' || role === 'participates'),
		({ functionKey }) => functionKey,
	);
	const counted = Map.groupBy(structure.activities, ({ functionKey }) => functionKey);
	return structure.functions.flatMap(({ key }): readonly OnePersonFunction[] => {
		const sources = [
			{ basis: 'survey', parts: spent.get(key) ?? [] },
			{ basis: 'participation', parts: written.get(key) ?? [] },
			{ basis: 'activity', parts: counted.get(key) ?? [] },
		] as const;
		for (const { basis, parts } of sources) {
			const keys = namedPosts(parts);
			if (keys === null) continue;
			const post = onlyPerson(keys, posts);
			return post ? [{ functionKey: key, post, basis }] : [];
		}
		return [];
	});
}

/** The posts named; null where a whole unit is named or nobody is. */
function namedPosts(parts: readonly { readonly postKey: PostKey | null }[]): ReadonlySet<PostKey> | null {
	if (parts.length === 0) return null;
	const keys = parts.flatMap(({ postKey }) => postKey ?? []);
	return keys.length === parts.length ? new Set(keys) : null;
}

function onlyPerson(keys: ReadonlySet<PostKey>, posts: ReadonlyMap<PostKey, Post>): Post | undefined {
	const staffed = [...keys].flatMap((key) => posts.get(key) ?? []).filter(({ occupied }) => occupied > 0);
	const [first, second] = staffed;
	return first && !second && first.occupied <= 1 ? first : undefined;
}

import type { Post } from '#lib/domain/org/index.ts';
import { foldText, type VersionId } from '#lib/domain/shared/index.ts';
import type { Tx } from '../db/index.ts';
import { fromOrigin } from './origin.ts';

/** A post and its place in the order of the version. */
interface SortedPost {
	readonly post: Post;
	readonly sort: number;
}

export async function insertPost(tx: Tx, versionId: VersionId, post: SortedPost, id: string): Promise<void> {
	await tx
		.insertInto('post')
		.values(postRow(versionId, post, id))
		.execute();
}

/** So many posts go into one statement. */
const POSTS_AT_ONCE = 100;

/** Many posts in their order; the caller counts their places. */
export async function insertPosts(
	tx: Tx,
	versionId: VersionId,
	posts: readonly SortedPost[],
	newId: () => string,
): Promise<void> {
	for (let from = 0; from < posts.length; from += POSTS_AT_ONCE) {
		const rows = posts.slice(from, from + POSTS_AT_ONCE).map((post) => postRow(versionId, post, newId()));
		await tx.insertInto('post').values(rows).execute();
	}
}

function postRow(versionId: VersionId, { post, sort }: SortedPost, id: string) {
	return { id, version_id: versionId, key: post.key, sort, ...postColumns(post) };
}

/** What a post says of itself, as it is stored. */
export function postColumns(post: Post) {
	return {
		unit_key: post.unitKey,
		title_bg: post.title.bg,
		title_en: post.title.en,
		folded: foldText(`${post.title.bg} ${post.title.en ?? ''}`),
		approved: post.approved,
		occupied: post.occupied,
		category: post.category,
		relation: post.relation,
		funding: post.funding,
		is_head: post.isHead ? (1 as const) : (0 as const),
		annual_cost_cents: post.annualCost,
		note: post.note,
		...fromOrigin(post.origin),
	};
}

import type { Post } from '#lib/domain/org/index.ts';
import { foldText, type VersionId } from '#lib/domain/shared/index.ts';
import type { Tx } from '../db/index.ts';
import { inParts } from './in-parts.ts';
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

/** Many posts in their order; the caller counts their places. */
export async function insertPosts(
	tx: Tx,
	versionId: VersionId,
	posts: readonly SortedPost[],
	newId: () => string,
): Promise<void> {
	const rows = posts.map((post) => postRow(versionId, post, newId()));
	for (const part of inParts(rows)) await tx.insertInto('post').values(part).execute();
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
		occupation_code: post.occupation ?? null,
		note: post.note,
		...fromOrigin(post.origin),
	};
}

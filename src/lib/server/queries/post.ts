import type { Post } from '#lib/domain/org/index.ts';
import type { PostKey, VersionId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { postColumns } from './post-insert.ts';
import { toPost } from './structure-rows.ts';
import type { Revised } from './unit.ts';

export async function findPost(
	db: Reader,
	versionId: VersionId,
	key: PostKey,
): Promise<(Revised<Post> & { readonly sort: number }) | undefined> {
	const row = await db
		.selectFrom('post')
		.selectAll()
		.where('version_id', '=', versionId)
		.where('key', '=', key)
		.executeTakeFirst();
	return row && { value: toPost(row), revision: row.revision, sort: row.sort };
}

/** False when somebody changed the post since that revision, and nothing was written. */
export async function updatePost(
	tx: Tx,
	versionId: VersionId,
	post: Post,
	revision: number,
): Promise<boolean> {
	const result = await tx
		.updateTable('post')
		.set({ ...postColumns(post), revision: revision + 1 })
		.where('version_id', '=', versionId)
		.where('key', '=', post.key)
		.where('revision', '=', revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

export async function deletePost(
	tx: Tx,
	versionId: VersionId,
	key: PostKey,
	revision: number,
): Promise<boolean> {
	const result = await tx
		.deleteFrom('post')
		.where('version_id', '=', versionId)
		.where('key', '=', key)
		.where('revision', '=', revision)
		.executeTakeFirst();
	if (result.numDeletedRows !== 1n) return false;
	// What a survey measured of a post goes with the post; the survey itself stays and can be applied again.
	await tx.deleteFrom('allocation').where('version_id', '=', versionId).where('post_key', '=', key).execute();
	return true;
}

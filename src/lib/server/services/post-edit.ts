import {
	freshKey,
	planPostEdit,
	type Post,
	type PostEdit,
	type PostRefusal,
	type PostWarning,
} from '#lib/domain/org/index.ts';
import { asId, type PostKey, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { countOutsideUses } from '../queries/history-uses.ts';
import { deletePost, updatePost } from '../queries/post.ts';
import { insertPost } from '../queries/post-insert.ts';
import { runEdit, type EditError, type EditGiven, type Edited } from './history-edit.ts';
import type { OpenStructure, WorkspaceAddress } from './workspace.ts';

/** Creates, changes or deletes a line of the staffing table of a working version; like `editUnit`. */
export function editPost(
	ctx: Ctx,
	address: WorkspaceAddress,
	edit: PostEdit,
	given: EditGiven<PostKey>,
): Promise<Result<Edited<Post, PostWarning>, EditError<PostRefusal>>> {
	return runEdit(ctx, address, {
		entity: 'post',
		keyOf: ({ key }) => key,
		plan: (inside, open) => planFor(inside, open, edit, given.key),
		write: async (tx, { version, structure }, { subject, before, after }) => {
			if (after === null) return deletePost(tx, version.id, subject.key, given.revision);
			if (before !== null) return updatePost(tx, version.id, after, given.revision);
			await insertPost(tx, version.id, { post: after, sort: structure.posts.length }, ctx.newId());
			return true;
		},
	});
}

async function planFor(ctx: Ctx, { structure, municipality }: OpenStructure, edit: PostEdit, key?: PostKey) {
	const outside =
		edit.kind === 'delete'
			? await countOutsideUses(ctx.db, municipality.id, { kind: 'post', key: edit.key })
			: { employees: 0, evidence: 0 };
	const taken = new Set<string>(structure.posts.map((post) => post.key));
	const stem = edit.kind === 'create' ? `${edit.draft.unitKey}-${edit.draft.title.bg}` : '';
	const newKey = key ?? asId<PostKey>(freshKey(municipality.slug.slice(0, 2), stem, taken));
	return planPostEdit(structure, edit, { newKey, outside });
}

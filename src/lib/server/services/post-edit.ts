import {
	freshKey,
	planPostEdit,
	type Post,
	type PostEdit,
	type PostRefusal,
	type PostWarning,
} from '#lib/domain/org/index.ts';
import { asId, err, ok, type PostKey, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { countOutsideUses } from '../queries/history-uses.ts';
import { deletePost, updatePost } from '../queries/post.ts';
import { insertPost } from '../queries/post-insert.ts';
import { openForEdit, saveChange, type EditError, type EditGiven, type Edited } from './history-edit.ts';
import type { OpenStructure, WorkspaceAddress } from './workspace.ts';

/** Creates, changes or deletes a line of the staffing table of a working version; like `editUnit`. */
export async function editPost(
	ctx: Ctx,
	address: WorkspaceAddress,
	edit: PostEdit,
	given: EditGiven<PostKey>,
): Promise<Result<Edited<Post, PostWarning>, EditError<PostRefusal>>> {
	const opened = await openForEdit(ctx, address);
	if (!opened.ok) return opened;
	const plan = await planFor(ctx, opened.value, edit, given.key);
	if (!plan.ok) return err({ code: 'org/refused', refusals: plan.error });
	const { before, after, warnings } = plan.value;
	const subject = after ?? before;
	if (!subject) return err({ code: 'org/refused', refusals: [] });
	const versionId = opened.value.version.id;
	const change = { entity: 'post', key: subject.key, verb: edit.kind, before, after } as const;
	const saved = await saveChange(ctx, opened.value, change, async (tx) => {
		if (after === null) return deletePost(tx, versionId, subject.key, given.revision);
		if (before !== null) return updatePost(tx, versionId, after, given.revision);
		const sort = opened.value.structure.posts.length;
		await insertPost(tx, versionId, { post: after, sort }, ctx.newId());
		return true;
	});
	return saved.ok ? ok({ after, warnings }) : saved;
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

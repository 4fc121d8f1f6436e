import { error, redirect } from '@sveltejs/kit';
import { isId, type PostKey } from '#lib/domain/shared/index.ts';
import { answer, parseForm } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { editPost } from '#lib/server/services/post-edit.ts';
import { viewPost } from '#lib/server/services/post-page.ts';
import { viewStructure } from '#lib/server/services/unit-structure.ts';
import { deleteForm } from '../../../delete-form.ts';
import { afterSave, failEdit, failParse } from '../../../edit-answer.ts';
import { postValues } from '../../../post-form.ts';
import { savePost } from '../../../save-post.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	const { workspace } = await parent();
	if (!workspace.allowed.includes('structure.edit')) error(403, m.common_forbidden());
	if (!isId(params.key)) error(404, m.common_not_found());
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const { post, revision } = answer(await viewPost(locals.ctx, address, params.key as PostKey));
	const { units } = answer(await viewStructure(locals.ctx, address));
	return {
		title: post.title,
		revision,
		initial: postValues(post),
		units: units.map(({ key, name, depth }) => ({ key, name, depth })),
	};
};

export const actions: Actions = {
	save: savePost,
	delete: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(deleteForm, data);
		if (!form.ok) return failParse(form.error, data);
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const edit = { kind: 'delete', key: params.key as PostKey } as const;
		const result = await editPost(locals.ctx, address, edit, { revision: form.value.revision });
		if (!result.ok) return failEdit(result.error, new FormData());
		redirect(303, `/m/${params.municipality}/structure${afterSave(url, [])}`);
	},
};

import { error, redirect } from '@sveltejs/kit';
import { answer, parseForm } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { editPost } from '#lib/server/services/post-edit.ts';
import { viewStructure } from '#lib/server/services/unit-structure.ts';
import { afterSave, failEdit, failParse } from '../../edit-answer.ts';
import { postForm, toPostDraft } from '../../post-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	const { workspace } = await parent();
	if (!workspace.allowed.includes('structure.edit')) error(403, m.common_forbidden());
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const { units } = answer(await viewStructure(locals.ctx, address));
	return {
		units: units.map(({ key, name, depth }) => ({ key, name, depth })),
		initial: {
			unitKey: url.searchParams.get('unit') ?? '',
			approved: '1',
			occupied: '0',
			category: 'expert',
			relation: 'civil-service',
			funding: 'delegated',
			verification: 'verified',
		},
	};
};

export const actions: Actions = {
	save: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(postForm, data);
		if (!form.ok) return failParse(form.error, data);
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const edit = { kind: 'create', draft: toPostDraft(form.value) } as const;
		const result = await editPost(locals.ctx, address, edit, { revision: 0 });
		if (!result.ok) return failEdit(result.error, data);
		const { after, warnings } = result.value;
		redirect(303, `/m/${params.municipality}/structure/posts/${after?.key ?? ''}${afterSave(url, warnings)}`);
	},
};

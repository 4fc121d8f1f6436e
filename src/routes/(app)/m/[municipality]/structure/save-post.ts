import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { PostKey } from '#lib/domain/shared/index.ts';
import { parseForm } from '#lib/forms/index.ts';
import { editPost } from '#lib/server/services/post-edit.ts';
import { viewPost } from '#lib/server/services/post-page.ts';
import { backAfter, failEdit, failParse } from './edit-answer.ts';
import { saveMerging, type Saved } from './save-merging.ts';
import { toPostDraft, postForm, postValues } from './post-form.ts';

type PostEvent = RequestEvent<{ municipality: string; key: string }>;

/** Saves a line of the staffing table from its form, the whole or a part of it edited in place. */
export async function savePost({ request, locals, params, url }: PostEvent) {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const key = params.key as PostKey;
	const save = async (data: FormData): Promise<Saved> => {
		const form = parseForm(postForm, data);
		if (!form.ok) return { ok: false, failure: failParse(form.error, data) };
		const edit = { kind: 'change', key, draft: toPostDraft(form.value) } as const;
		const result = await editPost(locals.ctx, address, edit, { revision: form.value.revision });
		if (!result.ok) return { ok: false, failure: failEdit(result.error, data) };
		return { ok: true, warnings: result.value.warnings };
	};
	const current = async () => {
		const now = await viewPost(locals.ctx, address, key);
		return now.ok ? { values: postValues(now.value.post), revision: now.value.revision } : null;
	};
	const saved = await saveMerging(await request.formData(), { save, current, action: 'save' });
	if (!saved.ok) return saved.failure;
	redirect(303, backAfter(url, `/m/${params.municipality}/structure/posts/${params.key}`, saved.warnings));
}

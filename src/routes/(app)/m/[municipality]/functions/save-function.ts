import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { FunctionKey } from '#lib/domain/shared/index.ts';
import { parseForm } from '#lib/forms/index.ts';
import { editFunction } from '#lib/server/services/function-edit.ts';
import { viewFunction } from '#lib/server/services/function-page.ts';
import { backAfter, failEdit, failParse } from '../structure/edit-answer.ts';
import { nearWarning } from './near-warning.ts';
import { saveMerging, type Saved } from '../structure/save-merging.ts';
import { functionForm, functionValues, toFunctionDraft } from './function-form.ts';

/** Saves a function from its form, the whole or a part of it edited in place. */
export async function saveFunction({
	request,
	locals,
	params,
	url,
}: RequestEvent<{ municipality: string; key: string }>) {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const key = params.key as FunctionKey;
	const save = async (data: FormData): Promise<Saved> => {
		const form = parseForm(functionForm, data);
		if (!form.ok) return { ok: false, failure: failParse(form.error, data) };
		const edit = { kind: 'change', key, draft: toFunctionDraft(form.value) } as const;
		const given = { revision: form.value.revision, accountable: null };
		const result = await editFunction(locals.ctx, address, edit, given);
		if (!result.ok) return { ok: false, failure: failEdit(result.error, data) };
		const { after, warnings } = result.value;
		return { ok: true, warnings: [...warnings, ...(await nearWarning(locals.ctx, address, after))] };
	};
	const current = async () => {
		const now = await viewFunction(locals.ctx, address, key);
		return now.ok ? { values: functionValues(now.value.fn), revision: now.value.revision } : null;
	};
	const saved = await saveMerging(await request.formData(), { save, current, action: 'save' });
	if (!saved.ok) return saved.failure;
	redirect(303, backAfter(url, `/m/${params.municipality}/functions/${params.key}`, saved.warnings));
}

import { error, redirect } from '@sveltejs/kit';
import { isId, type FunctionKey } from '#lib/domain/shared/index.ts';
import { answer, parseForm } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { editFunction } from '#lib/server/services/function-edit.ts';
import { functionChoices, viewFunction } from '#lib/server/services/function-page.ts';
import { deleteForm } from '../../../structure/delete-form.ts';
import { afterSave, failEdit, failParse } from '../../../structure/edit-answer.ts';
import { BASIS_ROWS, functionValues } from '../../function-form.ts';
import { saveFunction } from '../../save-function.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	const { workspace } = await parent();
	if (!workspace.allowed.includes('structure.edit')) error(403, m.common_forbidden());
	if (!isId(params.key)) error(404, m.common_not_found());
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const { fn, revision } = answer(await viewFunction(locals.ctx, address, params.key as FunctionKey));
	const choices = answer(await functionChoices(locals.ctx, address));
	return { text: fn.text, revision, initial: functionValues(fn), choices, mostBases: BASIS_ROWS };
};

export const actions: Actions = {
	save: saveFunction,
	delete: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(deleteForm, data);
		if (!form.ok) return failParse(form.error, data);
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const edit = { kind: 'delete', key: params.key as FunctionKey } as const;
		const given = { revision: form.value.revision, accountable: null };
		const result = await editFunction(locals.ctx, address, edit, given);
		if (!result.ok) return failEdit(result.error, new FormData());
		redirect(303, `/m/${params.municipality}/functions${afterSave(url, [])}`);
	},
};

import { error, redirect } from '@sveltejs/kit';
import { answer, parseForm } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { editFunction } from '#lib/server/services/function-edit.ts';
import { functionChoices } from '#lib/server/services/function-page.ts';
import { backAfter, failEdit, failParse } from '../../structure/edit-answer.ts';
import { accountableOf, BASIS_ROWS, newFunctionForm, toFunctionDraft } from '../function-form.ts';
import { nearWarning } from '../near-warning.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	const { workspace } = await parent();
	if (!workspace.allowed.includes('structure.edit')) error(403, m.common_forbidden());
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const initial = {
		accountable: url.searchParams.get('unit') ?? '',
		verification: 'verified',
	};
	return { choices: answer(await functionChoices(locals.ctx, address)), initial, mostBases: BASIS_ROWS };
};

export const actions: Actions = {
	save: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(newFunctionForm, data);
		if (!form.ok) return failParse(form.error, data);
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const given = { revision: 0, accountable: accountableOf(form.value) };
		const edit = { kind: 'create', draft: toFunctionDraft(form.value) } as const;
		const result = await editFunction(locals.ctx, address, edit, given);
		if (!result.ok) return failEdit(result.error, data);
		const { after } = result.value;
		const warnings = [...result.value.warnings, ...(await nearWarning(locals.ctx, address, after))];
		redirect(303, backAfter(url, `/m/${params.municipality}/functions/${after?.key ?? ''}`, warnings));
	},
};

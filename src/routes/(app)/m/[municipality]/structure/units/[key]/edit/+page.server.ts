import { error, redirect } from '@sveltejs/kit';
import { isId, type UnitKey } from '#lib/domain/shared/index.ts';
import { answer, parseForm } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { editUnit } from '#lib/server/services/unit-edit.ts';
import { viewUnit } from '#lib/server/services/unit-page.ts';
import { viewStructure } from '#lib/server/services/unit-structure.ts';
import { afterSave, failEdit, failParse } from '../../../edit-answer.ts';
import { unitValues } from '../../../unit-form.ts';
import { deleteForm } from '../../../delete-form.ts';
import { saveUnit } from '../../../save-unit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	const { workspace } = await parent();
	if (!workspace.allowed.includes('structure.edit')) error(403, m.common_forbidden());
	if (!isId(params.key)) error(404, m.common_not_found());
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const { unit, revision } = answer(await viewUnit(locals.ctx, address, params.key as UnitKey));
	const { units } = answer(await viewStructure(locals.ctx, address));
	const parents = units.map(({ key, name, depth }) => ({ key, name, depth }));
	return { name: unit.name, revision, initial: unitValues(unit), parents };
};

export const actions: Actions = {
	save: saveUnit,
	delete: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(deleteForm, data);
		if (!form.ok) return failParse(form.error, data);
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const edit = { kind: 'delete', key: params.key as UnitKey } as const;
		const result = await editUnit(locals.ctx, address, edit, { revision: form.value.revision });
		if (!result.ok) return failEdit(result.error, new FormData());
		redirect(303, `/m/${params.municipality}/structure${afterSave(url, [])}`);
	},
};

import { error, redirect } from '@sveltejs/kit';
import { answer, parseForm } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { editUnit } from '#lib/server/services/unit-edit.ts';
import { viewStructure } from '#lib/server/services/unit-structure.ts';
import { afterSave, failEdit, failParse } from '../../edit-answer.ts';
import { toUnitDraft, unitForm } from '../../unit-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	const { workspace } = await parent();
	if (!workspace.allowed.includes('structure.edit')) error(403, m.common_forbidden());
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const { units } = answer(await viewStructure(locals.ctx, address));
	const under = units.find((unit) => unit.key === url.searchParams.get('parent')) ?? units[0];
	return {
		parents: units.map(({ key, name, depth }) => ({ key, name, depth })),
		initial: {
			kind: under?.kind === 'directorate' ? 'department' : 'directorate',
			part: under?.part === 'direct' || !under ? 'specialised' : under.part,
			parentKey: under?.key ?? '',
			verification: 'verified',
		},
	};
};

export const actions: Actions = {
	save: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(unitForm, data);
		if (!form.ok) return failParse(form.error, data);
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const edit = { kind: 'create', draft: toUnitDraft(form.value) } as const;
		const result = await editUnit(locals.ctx, address, edit, { revision: 0 });
		if (!result.ok) return failEdit(result.error, data);
		const { after, warnings } = result.value;
		redirect(303, `/m/${params.municipality}/structure/units/${after?.key ?? ''}${afterSave(url, warnings)}`);
	},
};

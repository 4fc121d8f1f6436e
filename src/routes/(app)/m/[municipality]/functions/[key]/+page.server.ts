import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { PARTICIPATION_ROLES, type ParticipationEdit } from '#lib/domain/org/index.ts';
import { isId, type FunctionKey, type PostKey, type UnitKey } from '#lib/domain/shared/index.ts';
import { answer, choice, id, optionalDecimal, parseForm, revision } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { overlapsOfFunction } from '#lib/server/services/function-overlaps.ts';
import { viewFunction } from '#lib/server/services/function-page.ts';
import { undoChange } from '#lib/server/services/history.ts';
import { whereFrom } from '#lib/server/services/import-view.ts';
import { editParticipation } from '#lib/server/services/participation-edit.ts';
import { undoForm } from '../../structure/delete-form.ts';
import { afterSave, failEdit, failParse, failUndo } from '../../structure/edit-answer.ts';
import type { Actions, PageServerLoad } from './$types';

const place = { unitKey: id(), postKey: z.union([z.literal(''), id()]).default(''), revision: revision() };
const setForm = z.object({
	...place,
	role: choice(PARTICIPATION_ROLES),
	/** Per cent, as people write it. */
	share: optionalDecimal({ min: -1000, max: 1000 }),
});
const removeForm = z.object(place);

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	if (!isId(params.key)) error(404, m.common_not_found());
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const key = params.key as FunctionKey;
	const page = answer(await viewFunction(locals.ctx, address, key));
	const at = { slug: params.municipality, versionId: (await parent()).workspace.version.id };
	const thing = { entity: 'function', key, now: page.fn } as const;
	return {
		...page,
		overlaps: answer(await overlapsOfFunction(locals.ctx, address, key)),
		whereFrom: answer(await whereFrom(locals.ctx, at, thing)),
	};
};

export const actions: Actions = {
	participate: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(setForm, data);
		if (!form.ok) return failParse(form.error, data);
		const { role, share } = form.value;
		const edit: ParticipationEdit = {
			kind: 'set',
			place: placeOf(params.key, form.value),
			role,
			share: share === null ? null : share / 100,
		};
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const result = await editParticipation(locals.ctx, address, edit, form.value.revision);
		if (!result.ok) return failEdit(result.error, data);
		redirect(
			303,
			`/m/${params.municipality}/functions/${params.key}${afterSave(url, result.value.warnings)}`,
		);
	},
	remove: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(removeForm, data);
		if (!form.ok) return failParse(form.error, data);
		const edit: ParticipationEdit = { kind: 'remove', place: placeOf(params.key, form.value) };
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const result = await editParticipation(locals.ctx, address, edit, form.value.revision);
		if (!result.ok) return failEdit(result.error, data);
		redirect(
			303,
			`/m/${params.municipality}/functions/${params.key}${afterSave(url, result.value.warnings)}`,
		);
	},
	undo: async ({ request, locals, params, url }) => {
		const form = parseForm(undoForm, await request.formData());
		if (!form.ok) return failUndo({ code: 'history/not-last' });
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const what = { entity: 'function', key: params.key, entryId: form.value.entry } as const;
		const result = await undoChange(locals.ctx, address, what);
		if (!result.ok) return failUndo(result.error);
		const after = await viewFunction(locals.ctx, address, params.key as FunctionKey);
		const place = after.ok ? `/${params.key}` : '';
		redirect(303, `/m/${params.municipality}/functions${place}${afterSave(url, [])}`);
	},
};

function placeOf(key: string, form: { readonly unitKey: string; readonly postKey: string }) {
	return {
		functionKey: key as FunctionKey,
		unitKey: form.unitKey as UnitKey,
		postKey: form.postKey === '' ? null : (form.postKey as PostKey),
	};
}

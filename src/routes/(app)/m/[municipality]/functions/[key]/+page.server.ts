import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { ParticipationEdit } from '#lib/domain/org/index.ts';
import { isId, type FunctionKey } from '#lib/domain/shared/index.ts';
import { namedCells, wordsOfHistory } from '#lib/components/org/history-words.ts';
import { answer, parseForm } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { overlapsOfFunction } from '#lib/server/services/function-overlaps.ts';
import { functionChoices, viewFunction } from '#lib/server/services/function-page.ts';
import { undoChange } from '#lib/server/services/history.ts';
import { whereFrom } from '#lib/server/services/where-from.ts';
import { editParticipation } from '#lib/server/services/participation-edit.ts';
import { undoForm } from '../../structure/delete-form.ts';
import { afterSave, failEdit, failParse, failUndo } from '../../structure/edit-answer.ts';
import { addFunctionActivity, changeActivity, removeFunctionActivity } from '../activity-actions.ts';
import { BASIS_ROWS, functionValues } from '../function-form.ts';
import { saveFunction } from '../save-function.ts';
import { participationPlace, placeIn, saveParticipation } from '../save-participation.ts';
import type { Actions, PageServerLoad } from './$types';

const removeForm = z.object(participationPlace);

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	if (!isId(params.key)) error(404, m.common_not_found());
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const key = params.key as FunctionKey;
	const page = answer(await viewFunction(locals.ctx, address, key));
	const at = { slug: params.municipality, versionId: (await parent()).workspace.version.id };
	const thing = { entity: 'function', key, now: page.fn } as const;
	const mayEdit = (await parent()).workspace.allowed.includes('structure.edit');
	return {
		...page,
		history: wordsOfHistory(page.history),
		initial: functionValues(page.fn),
		mostBases: BASIS_ROWS,
		choices: mayEdit ? answer(await functionChoices(locals.ctx, address)) : null,
		overlaps: answer(await overlapsOfFunction(locals.ctx, address, key)),
		whereFrom: namedCells(answer(await whereFrom(locals.ctx, at, thing))),
	};
};

export const actions: Actions = {
	participate: saveParticipation,
	save: saveFunction,
	activity: changeActivity,
	addActivity: addFunctionActivity,
	removeActivity: removeFunctionActivity,
	remove: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(removeForm, data);
		if (!form.ok) return failParse(form.error, data);
		const edit: ParticipationEdit = { kind: 'remove', place: placeIn(params.key, form.value) };
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

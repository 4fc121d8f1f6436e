import { error, redirect } from '@sveltejs/kit';
import { isId, type UnitKey } from '#lib/domain/shared/index.ts';
import { namedCells, wordsOfHistory } from '#lib/components/org/history-words.ts';
import { answer, parseForm } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { undoChange } from '#lib/server/services/history.ts';
import { whereFrom } from '#lib/server/services/where-from.ts';
import { viewUnit } from '#lib/server/services/unit-page.ts';
import { viewStructure } from '#lib/server/services/unit-structure.ts';
import { afterSave, failUndo } from '../../edit-answer.ts';
import { undoForm } from '../../delete-form.ts';
import { saveUnit } from '../../save-unit.ts';
import { unitValues } from '../../unit-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	if (!isId(params.key)) error(404, m.common_not_found());
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const page = answer(await viewUnit(locals.ctx, address, params.key as UnitKey));
	const at = { slug: params.municipality, versionId: (await parent()).workspace.version.id };
	const thing = { entity: 'unit', key: params.key, now: page.unit } as const;
	const { units } = answer(await viewStructure(locals.ctx, address));
	return {
		...page,
		history: wordsOfHistory(page.history),
		initial: unitValues(page.unit),
		parents: units.map(({ key, name, depth }) => ({ key, name, depth })),
		whereFrom: namedCells(answer(await whereFrom(locals.ctx, at, thing))),
	};
};

export const actions: Actions = {
	save: saveUnit,
	undo: async ({ request, locals, params, url }) => {
		const form = parseForm(undoForm, await request.formData());
		if (!form.ok) return failUndo({ code: 'history/not-last' });
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const what = { entity: 'unit', key: params.key, entryId: form.value.entry } as const;
		const result = await undoChange(locals.ctx, address, what);
		if (!result.ok) return failUndo(result.error);
		const place = result.value.after === null ? '' : `/units/${params.key}`;
		redirect(303, `/m/${params.municipality}/structure${place}${afterSave(url, [])}`);
	},
};

import { fail, redirect } from '@sveltejs/kit';
import { answer, echoForm, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { addCompetency } from '#lib/server/services/dictionary-edit.ts';
import { readDictionary } from '#lib/server/services/dictionary.ts';
import type { Actions, PageServerLoad } from './$types';
import { refusedWords, wordsForm } from './forms.ts';

const SHOWN = ['used', 'retired', 'all'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const dictionary = answer(await readDictionary(locals.ctx, params.municipality));
	const shown = SHOWN.find((one) => one === url.searchParams.get('show')) ?? 'used';
	const count = (isRetired: boolean) => dictionary.rows.filter((row) => row.isRetired === isRetired).length;
	return {
		shown,
		counts: { used: count(false), retired: count(true), all: dictionary.rows.length },
		rows: dictionary.rows.filter((row) => shown === 'all' || row.isRetired === (shown === 'retired')),
		mayEdit: dictionary.mayEdit,
	};
};

export const actions: Actions = {
	add: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(wordsForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		const added = await addCompetency(locals.ctx, params.municipality, form.value);
		if (added.ok) redirect(303, `/m/${params.municipality}/training/dictionary/${added.value}?done=added`);
		refuseAccess(added.error);
		return fail(409, { ...refusedWords(added.error.code), values: echoForm(data) });
	},
};

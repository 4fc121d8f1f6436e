import { fail, redirect } from '@sveltejs/kit';
import { answer, echoForm, NO_PROBLEMS, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { addCard } from '#lib/server/services/technology-card-edit.ts';
import { readCards } from '#lib/server/services/technology-card.ts';
import { cardForm, told } from './forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	register: answer(await readCards(locals.ctx, params.municipality)),
	isRemoved: url.searchParams.get('done') === 'removed',
});

export const actions: Actions = {
	add: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(cardForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		const added = await addCard(locals.ctx, params.municipality, form.value);
		if (added.ok) redirect(303, `/m/${params.municipality}/cards/${added.value}?done=added`);
		const { error } = added;
		if (error.code === 'access/not-found' || error.code === 'access/forbidden') return refuseAccess(error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal: told(error) });
	},
};

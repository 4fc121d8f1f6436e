import { fail, redirect } from '@sveltejs/kit';
import { answer, echoForm, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { addMunicipality } from '#lib/server/services/municipality.ts';
import { listMunicipalityLines } from '#lib/server/services/municipality-view.ts';
import { FIELD_OF, newMunicipality, toNewMunicipality } from './municipality-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	lines: answer(await listMunicipalityLines(locals.ctx)),
	wasRemoved: url.searchParams.has('removed'),
});

export const actions: Actions = {
	add: async ({ request, locals }) => {
		const data = await request.formData();
		const form = parseForm(newMunicipality, data);
		if (!form.ok) return fail(400, form.error);
		const result = await addMunicipality(locals.ctx, toNewMunicipality(form.value));
		if (result.ok) redirect(303, `/admin/municipalities/${result.value.slug}?added`);
		refuseAccess(result.error);
		const { code } = result.error;
		return fail(409, { issues: { [FIELD_OF[code] ?? 'form']: { code } }, values: echoForm(data) });
	},
};

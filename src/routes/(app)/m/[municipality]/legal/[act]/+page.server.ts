import { fail, redirect } from '@sveltejs/kit';
import { answer, echoForm, NO_PROBLEMS, parseForm, refuseAccess, revision } from '#lib/forms/index.ts';
import { editAct } from '#lib/server/services/legal-acts.ts';
import { addProvision } from '#lib/server/services/legal-provisions.ts';
import { viewAct } from '#lib/server/services/legal-register.ts';
import { z } from 'zod';
import { actForm, provisionForm } from '../forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	return { page: answer(await viewAct(locals.ctx, address, params.act)) };
};

const seen = z.object({ revision: revision() });

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const data = await request.formData();
		const [form, at] = [parseForm(actForm, data), parseForm(seen, data)];
		if (!form.ok) return fail(400, { ...form.error, part: 'save', refusal: 'form' });
		if (!at.ok) return fail(400, { ...at.error, part: 'save', refusal: 'form' });
		const { from: validFrom, to: validTo, ...rest } = form.value;
		const place = { slug: params.municipality, act: params.act, revision: at.value.revision };
		const saved = await editAct(locals.ctx, place, { ...rest, validFrom, validTo });
		if (saved.ok) redirect(303, `/m/${params.municipality}/legal/${params.act}`);
		refuseAccess(saved.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), part: 'save', refusal: saved.error.code });
	},
	provision: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(provisionForm, data);
		if (!form.ok) return fail(400, { ...form.error, part: 'provision', refusal: 'form' });
		const { from: validFrom, ...rest } = form.value;
		const at = { slug: params.municipality, act: params.act };
		const added = await addProvision(locals.ctx, at, { ...rest, validFrom });
		if (added.ok) redirect(303, `/m/${params.municipality}/legal/${params.act}/${added.value}`);
		refuseAccess(added.error);
		return fail(409, {
			...NO_PROBLEMS,
			values: echoForm(data),
			part: 'provision',
			refusal: added.error.code,
		});
	},
};

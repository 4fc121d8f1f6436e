import { fail, redirect } from '@sveltejs/kit';
import { answer, echoForm, NO_PROBLEMS, parseForm, refuseAccess, text } from '#lib/forms/index.ts';
import { addAct } from '#lib/server/services/legal-acts.ts';
import { settleBasis } from '#lib/server/services/legal-provisions.ts';
import { viewRegister } from '#lib/server/services/legal-register.ts';
import { z } from 'zod';
import { newActForm } from './forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	return { register: answer(await viewRegister(locals.ctx, address)) };
};

const settleForm = z.object({ mark: text(100) });

export const actions: Actions = {
	add: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(newActForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: 'form' });
		const { from: validFrom, to: validTo, national: isNational, ...rest } = form.value;
		const added = await addAct(locals.ctx, params.municipality, { ...rest, validFrom, validTo, isNational });
		if (added.ok) redirect(303, `/m/${params.municipality}/legal/${added.value}`);
		refuseAccess(added.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal: added.error.code });
	},
	settle: async ({ request, locals, params }) => {
		const form = parseForm(settleForm, await request.formData());
		if (!form.ok) return fail(400, { ...NO_PROBLEMS, refusal: 'form' });
		const settled = await settleBasis(locals.ctx, params.municipality, form.value.mark);
		if (settled.ok) redirect(303, `/m/${params.municipality}/legal`);
		refuseAccess(settled.error);
		return fail(409, { ...NO_PROBLEMS, refusal: settled.error.code });
	},
};

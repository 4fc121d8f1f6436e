import { fail, redirect } from '@sveltejs/kit';
import { isId } from '#lib/domain/shared/index.ts';
import { answer, checkbox, echoForm, NO_PROBLEMS, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { erasePeople, readRetention } from '#lib/server/services/employee-retention.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	page: answer(await readRetention(locals.ctx, params.municipality)),
	isDone: url.searchParams.get('done') === 'erased',
});

/** „id revision“ of a person that was picked. */
const pick = z.string().transform((value, check) => {
	const [id = '', revision = ''] = value.split(' ');
	if (isId(id) && /^[1-9]\d{0,14}$/.test(revision)) return { id, revision: Number(revision) };
	check.addIssue({ code: 'custom', message: 'code:not-a-choice' });
	return z.NEVER;
});

const eraseForm = z.object({
	people: z
		.array(pick)
		.max(500)
		.default([])
		.refine((people) => people.length > 0, { message: 'code:required' }),
	isSure: checkbox().refine((isSure) => isSure, { message: 'code:required' }),
});

export const actions: Actions = {
	erase: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(eraseForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		const done = await erasePeople(locals.ctx, params.municipality, form.value.people);
		if (done.ok) redirect(303, `/m/${params.municipality}/people/retention?done=erased`);
		refuseAccess(done.error);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal: done.error.code });
	},
};

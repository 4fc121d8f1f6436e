import { fail, redirect } from '@sveltejs/kit';
import { echoForm, localPath, NO_PROBLEMS, parseForm, password, text } from '#lib/forms/index.ts';
import { listDemoAccounts } from '#lib/server/services/demo-accounts.ts';
import { needsFirstAdministrator } from '#lib/server/services/account.ts';
import { signIn, startSession } from '#lib/server/auth/index.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ username: text(100), password: password(), next: z.string().optional() });

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.ctx.actor) redirect(303, localPath(url.searchParams.get('next')));
	if (await needsFirstAdministrator(locals.ctx)) redirect(303, '/setup');
	return { next: localPath(url.searchParams.get('next')), demo: await listDemoAccounts(locals.ctx) };
};

export const actions: Actions = {
	default: async ({ request, locals, cookies, getClientAddress }) => {
		const data = await request.formData();
		const form = parseForm(schema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		const { next, ...credentials } = form.value;
		const result = await signIn(locals.ctx, { ...credentials, address: getClientAddress() });
		if (!result.ok) return fail(401, { ...NO_PROBLEMS, values: echoForm(data), refusal: result.error });
		const cookie = await startSession(result.value);
		cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
		redirect(303, localPath(next));
	},
};

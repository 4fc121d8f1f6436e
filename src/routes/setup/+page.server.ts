import { fail, redirect } from '@sveltejs/kit';
import { NO_PROBLEMS, parseForm, refuseAccess, text } from '#lib/forms/index.ts';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH, startSession } from '#lib/server/auth/index.ts';
import { createFirstAdministrator, needsFirstAdministrator } from '#lib/server/services/account.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

const schema = z
	.object({
		username: z.string().regex(/^[a-z0-9][a-z0-9.-]{2,49}$/, { message: 'code:username-shape' }),
		name: text(100),
		password: z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH),
		repeat_password: z.string().max(MAX_PASSWORD_LENGTH),
	})
	.refine((form) => form.password === form.repeat_password, {
		path: ['repeat_password'],
		message: 'code:password-differs',
	});

export const load: PageServerLoad = async ({ locals }) => {
	if (!(await needsFirstAdministrator(locals.ctx))) redirect(303, '/login');
	return { minLength: MIN_PASSWORD_LENGTH };
};

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(400, form.error);
		const result = await createFirstAdministrator(locals.ctx, form.value);
		if (!result.ok) {
			refuseAccess(result.error);
			return fail(409, NO_PROBLEMS);
		}
		const cookie = await startSession(result.value);
		cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
		// People get roles in municipalities: those come first.
		redirect(303, '/admin/municipalities');
	},
};

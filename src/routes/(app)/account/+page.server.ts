import { fail } from '@sveltejs/kit';
import { parseForm, password, refuseAccess } from '#lib/forms/index.ts';
import {
	endAllSessions,
	MAX_PASSWORD_LENGTH,
	MIN_PASSWORD_LENGTH,
	startSession,
} from '#lib/server/auth/index.ts';
import { changePassword, listOwnRoles } from '#lib/server/services/account.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

const schema = z
	.object({
		current_password: password(),
		new_password: z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH),
		repeat_password: z.string().max(MAX_PASSWORD_LENGTH),
	})
	.refine((form) => form.new_password === form.repeat_password, {
		path: ['repeat_password'],
		message: 'code:password-differs',
	});

export const load: PageServerLoad = async ({ locals }) => ({
	minLength: MIN_PASSWORD_LENGTH,
	memberships: await listOwnRoles(locals.ctx),
});

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(400, { ...form.error, changed: false });
		const result = await changePassword(locals.ctx, {
			current: form.value.current_password,
			next: form.value.new_password,
		});
		if (!result.ok) {
			refuseAccess(result.error);
			return fail(409, {
				issues: { current_password: { code: 'wrong-password' } },
				values: {},
				changed: false,
			});
		}
		await endAllSessions(result.value);
		const cookie = await startSession(result.value);
		cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
		return { issues: {}, values: {}, changed: true };
	},
};

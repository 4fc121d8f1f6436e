import { redirect } from '@sveltejs/kit';
import { cookieMaxAge, cookieName, isLocale } from '#lib/paraglide/runtime.js';
import { localPath } from '#lib/forms/index.ts';
import type { RequestHandler } from './$types';

/** Remembers the language of the page and goes back to where the person was. */
export const POST: RequestHandler = async ({ request, cookies }) => {
	const form = await request.formData();
	const locale = form.get('locale');
	if (isLocale(locale))
		cookies.set(cookieName, locale, { path: '/', maxAge: cookieMaxAge, httpOnly: false, secure: false });
	redirect(303, localPath(form.get('back')));
};

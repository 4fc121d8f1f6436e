import { redirect } from '@sveltejs/kit';
import { endSession } from '#lib/server/auth/index.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ cookies, locals }) => {
	const cookie = await endSession(locals.sessionId);
	if (cookie) cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
	redirect(303, '/login');
};

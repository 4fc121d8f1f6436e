import { error } from '@sveltejs/kit';
import { answer, askSignIn } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { markedFile } from '#lib/server/services/import-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const marked = await markedFile(locals.ctx, params.municipality, params.id);
	if (!marked.ok && marked.error.code === 'imports/given-up') error(409, m.imports_given_up_body());
	const file = answer(marked);
	return new Response(new Uint8Array(file.bytes), { headers: file.headers });
};

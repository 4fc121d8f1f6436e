import { answer, askSignIn } from '#lib/forms/index.ts';
import { markedFile } from '#lib/server/services/import-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const file = answer(await markedFile(locals.ctx, params.municipality, params.id));
	return new Response(new Uint8Array(file.bytes), { headers: file.headers });
};

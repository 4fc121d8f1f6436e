import { answer, askSignIn } from '#lib/forms/index.ts';
import { structureFile } from '#lib/server/services/import-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const file = answer(await structureFile(locals.ctx, address));
	return new Response(new Uint8Array(file.bytes), { headers: file.headers });
};

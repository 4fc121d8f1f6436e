import { answer, askSignIn } from '#lib/forms/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exportFunctionCounts } from '#lib/server/services/export-counts.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const file = answer(await exportFunctionCounts(locals.ctx, address, getLocale()));
	return new Response(Buffer.from(file.bytes), { headers: file.headers });
};

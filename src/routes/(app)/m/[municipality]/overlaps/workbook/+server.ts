import { error } from '@sveltejs/kit';
import { isId } from '#lib/domain/shared/index.ts';
import { answer, askSignIn } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exportOverlaps } from '#lib/server/services/overlap-export.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const other = url.searchParams.get('with');
	const withSlug = other !== null && isId(other) ? other : null;
	const made = await exportOverlaps(locals.ctx, { address, withSlug }, getLocale());
	if (!made.ok && made.error.code === 'overlap/running') error(503, m.functions_similar_running());
	const file = answer(made);
	return new Response(Buffer.from(file.bytes), { headers: file.headers });
};

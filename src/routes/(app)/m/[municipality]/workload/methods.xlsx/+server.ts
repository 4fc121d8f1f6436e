import { askSignIn, refuseAccess } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exportWorkload } from '#lib/server/services/export-workload.ts';
import { error } from '@sveltejs/kit';
import { readMethodsRequest } from '../methods/request.ts';
import type { RequestHandler } from './$types';

/** The three methods with live formulas, under the assumptions of the address. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const { request } = readMethodsRequest(url);
	const made = await exportWorkload(locals.ctx, address, { request, locale: getLocale() });
	if (!made.ok) {
		refuseAccess(made.error);
		error(409, m.workload_not_computable_title());
	}
	const file = made.value;
	return new Response(Buffer.from(file.bytes), { headers: file.headers });
};

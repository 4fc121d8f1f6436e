import { askSignIn, refuseAccess } from '#lib/forms/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exportWorkload } from '#lib/server/services/export-workload.ts';
import { redirect } from '@sveltejs/kit';
import { readMethodsRequest } from '../methods/request.ts';
import type { RequestHandler } from './$types';

/** The three methods with live formulas, under the assumptions of the address; where nothing can be computed, the page says why. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const { request } = readMethodsRequest(url);
	const made = await exportWorkload(locals.ctx, address, { request, locale: getLocale() });
	if (!made.ok) {
		refuseAccess(made.error);
		redirect(303, `${url.pathname.replace(/\.xlsx$/, '')}${url.search}`);
	}
	const file = made.value;
	return new Response(Buffer.from(file.bytes), { headers: file.headers });
};

import { askSignIn, refuseAccess } from '#lib/forms/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exportYear } from '#lib/server/services/export-year.ts';
import { redirect } from '@sveltejs/kit';
import { readAssumptions } from '../assumptions.ts';
import type { RequestHandler } from './$types';

/** The difference to last year with live formulas; where there is none, the page says why. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const request = { assumptions: readAssumptions(url), locale: getLocale() };
	const made = await exportYear(locals.ctx, address, request);
	if (!made.ok) {
		refuseAccess(made.error);
		redirect(303, `${url.pathname.replace(/\.xlsx$/, '')}${url.search}`);
	}
	const file = made.value;
	return new Response(Buffer.from(file.bytes), { headers: file.headers });
};

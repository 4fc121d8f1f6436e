import { askSignIn, refuseAccess } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exportYear } from '#lib/server/services/export-year.ts';
import { error } from '@sveltejs/kit';
import { readAssumptions } from '../assumptions.ts';
import type { RequestHandler } from './$types';

/** The difference to last year with live formulas. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const request = { assumptions: readAssumptions(url), locale: getLocale() };
	const made = await exportYear(locals.ctx, address, request);
	if (!made.ok) {
		refuseAccess(made.error);
		const isFirst = made.error.code === 'workload/no-year-before';
		error(409, isFirst ? m.workload_year_empty() : m.workload_not_computable_title());
	}
	const file = made.value;
	return new Response(Buffer.from(file.bytes), { headers: file.headers });
};

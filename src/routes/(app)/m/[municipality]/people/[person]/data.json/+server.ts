import { error } from '@sveltejs/kit';
import { isId } from '#lib/domain/shared/index.ts';
import { askSignIn, refuseAccess } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { exportPerson } from '#lib/server/services/employee-privacy.ts';
import type { RequestHandler } from './$types';

/** Everything that is kept of one person, for that person. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	if (!isId(params.person)) error(404, m.common_not_found());
	const file = await exportPerson(locals.ctx, params.municipality, params.person);
	if (file.ok) return new Response(file.value.bytes.slice().buffer, { headers: file.value.headers });
	refuseAccess(file.error);
	return error(404, m.common_not_found());
};

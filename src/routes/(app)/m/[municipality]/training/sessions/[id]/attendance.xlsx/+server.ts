import { error } from '@sveltejs/kit';
import { askSignIn, refuseAccess } from '#lib/forms/index.ts';
import { textOfSessionRefusal } from '#lib/i18n/session-names.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exportAttendance } from '#lib/server/services/training-sheets.ts';
import type { RequestHandler } from './$types';

/** The attendance sheet of a session as a workbook to be filled and brought back. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const of = { slug: params.municipality, id: params.id };
	const file = await exportAttendance(locals.ctx, of, getLocale());
	if (file.ok) return new Response(Buffer.from(file.value.bytes), { headers: file.value.headers });
	refuseAccess(file.error);
	return error(404, textOfSessionRefusal(file.error.code));
};

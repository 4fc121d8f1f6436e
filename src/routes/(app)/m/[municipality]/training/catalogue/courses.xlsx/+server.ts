import { answer, askSignIn } from '#lib/forms/index.ts';
import { exportCatalogue } from '#lib/server/services/training-sheets.ts';
import type { RequestHandler } from './$types';

/** The catalogue as a workbook to be changed and brought back. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const file = answer(await exportCatalogue(locals.ctx, params.municipality));
	return new Response(Buffer.from(file.bytes), { headers: file.headers });
};

import { answer } from '#lib/forms/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exportStructure } from '#lib/server/services/export-structure.ts';
import { LENSES } from '#lib/server/services/unit-lens.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const lens = LENSES.find((one) => one === url.searchParams.get('lens'));
	const file = answer(await exportStructure(locals.ctx, address, getLocale(), lens));
	return new Response(Buffer.from(file.bytes), { headers: file.headers });
};

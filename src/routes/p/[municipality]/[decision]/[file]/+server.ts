import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { parsePublicFile, publicFile, readPublicDecision } from '#lib/server/services/public-page.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const wanted = parsePublicFile(params.file);
	if (wanted === undefined) error(404, m.common_not_found());
	const found = await readPublicDecision(locals.ctx, params);
	if (!found.ok && found.error.code === 'publication/withdrawn') error(410, m.publication_withdrawn());
	if (!found.ok) error(404, m.common_not_found());
	const page = `${url.origin}/p/${params.municipality}/${params.decision}`;
	const file = await publicFile(found.value, wanted, { page, locale: getLocale() });
	const isPicture = wanted.endsWith('.svg');
	const { 'content-disposition': name, ...headers } = file.headers;
	return new Response(new Uint8Array(file.bytes), {
		headers: {
			...headers,
			// A drawing is shown in the page; the other files are saved.
			...(isPicture || name === undefined ? {} : { 'content-disposition': name }),
			'cache-control': 'public, max-age=300',
		},
	});
};

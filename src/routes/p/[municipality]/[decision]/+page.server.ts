import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { readPublicDecision } from '#lib/server/services/public-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	const found = await readPublicDecision(locals.ctx, params);
	if (!found.ok && found.error.code === 'publication/withdrawn') error(410, m.publication_withdrawn());
	if (!found.ok) error(404, m.common_not_found());
	setHeaders({ 'cache-control': 'public, max-age=300' });
	return found.value;
};

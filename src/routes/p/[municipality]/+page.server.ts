import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { listPublicDecisions } from '#lib/server/services/public-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	const list = await listPublicDecisions(locals.ctx, params.municipality);
	if (!list.ok) error(404, m.common_not_found());
	setHeaders({ 'cache-control': 'public, max-age=300' });
	return { list: list.value };
};

import { redirect } from '@sveltejs/kit';
import { listReadableMunicipalities } from '#lib/server/services/workspace.ts';
import type { PageServerLoad } from './$types';

/** Who may open one municipality begins in it; a comparison of one has nothing to compare. */
export const load: PageServerLoad = async ({ locals }) => {
	if (!locals.ctx.actor) redirect(303, '/login');
	const [first, second] = await listReadableMunicipalities(locals.ctx);
	redirect(303, first && !second && !locals.ctx.actor.isAdministrator ? `/m/${first.slug}` : '/m');
};

import { redirect } from '@sveltejs/kit';
import { managesInstallation } from '#lib/server/services/account.ts';
import { listReadableMunicipalities } from '#lib/server/services/workspace.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url }) => {
	const { actor } = locals.ctx;
	if (!actor) redirect(303, `/login?next=${encodeURIComponent(url.pathname + url.search)}`);
	const municipalities = await listReadableMunicipalities(locals.ctx);
	return {
		person: { name: actor.name, isAdministrator: managesInstallation(locals.ctx) },
		municipalities: municipalities.map(({ slug, name }) => ({ slug, name })),
	};
};

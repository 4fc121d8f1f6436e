import { error } from '@sveltejs/kit';
import { askSignIn } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { managesInstallation, readUsername } from '#lib/server/services/account.ts';
import { listReadableMunicipalities } from '#lib/server/services/workspace.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url }) => {
	const { actor } = locals.ctx;
	const texts = locals.typed ?? [];
	if (!actor && texts.length > 0)
		error(401, { message: m.access_typed_title(), typed: { texts, from: url.pathname } });
	askSignIn(actor, url);
	const municipalities = await listReadableMunicipalities(locals.ctx);
	return {
		person: {
			id: actor.userId,
			name: actor.name,
			username: await readUsername(locals.ctx),
			isAdministrator: managesInstallation(locals.ctx),
		},
		municipalities: municipalities.map(({ slug, name }) => ({ slug, name })),
	};
};

import { answer } from '#lib/forms/index.ts';
import { searchStructure } from '#lib/server/services/search.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	return answer(await searchStructure(locals.ctx, address, url.searchParams.get('q') ?? ''));
};

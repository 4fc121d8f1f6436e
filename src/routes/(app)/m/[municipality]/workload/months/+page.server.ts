import { answer } from '#lib/forms/index.ts';
import { showSeason } from '#lib/server/services/workload-season.ts';
import { readAssumptions } from '../assumptions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	return { season: answer(await showSeason(locals.ctx, address, readAssumptions(url))) };
};

import { answer } from '#lib/forms/index.ts';
import { showWorkload } from '#lib/server/services/workload.ts';
import { readAssumptions } from './assumptions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	return { workload: answer(await showWorkload(locals.ctx, address, readAssumptions(url))) };
};

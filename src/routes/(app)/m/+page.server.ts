import { compareMunicipalities } from '#lib/server/services/overview.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	overviews: await compareMunicipalities(locals.ctx),
});

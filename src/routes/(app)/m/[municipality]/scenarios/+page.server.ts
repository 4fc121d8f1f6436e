import { answer } from '#lib/forms/index.ts';
import { listMunicipalityScenarios } from '#lib/server/services/scenario.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	scenarios: answer(await listMunicipalityScenarios(locals.ctx, params.municipality)),
});

import { answer } from '#lib/forms/index.ts';
import { readUnitTraining } from '#lib/server/services/training-unit.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	page: answer(await readUnitTraining(locals.ctx, params.municipality, url.searchParams.get('unit'))),
});

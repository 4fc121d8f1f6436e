import { answer } from '#lib/forms/index.ts';
import { listAllParameters } from '#lib/server/services/parameters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	parameters: answer(await listAllParameters(locals.ctx)),
});

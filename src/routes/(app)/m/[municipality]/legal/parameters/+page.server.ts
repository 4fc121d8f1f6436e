import { answer } from '#lib/forms/index.ts';
import { listParametersOf } from '#lib/server/services/parameters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	parameters: answer(await listParametersOf(locals.ctx, params.municipality)),
});

import { answer } from '#lib/forms/index.ts';
import { readRequirements } from '#lib/server/services/requirement-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	page: answer(
		await readRequirements(locals.ctx, params.municipality, {
			unit: url.searchParams.get('unit'),
			competency: url.searchParams.get('competency'),
		}),
	),
	competency: url.searchParams.get('competency'),
});

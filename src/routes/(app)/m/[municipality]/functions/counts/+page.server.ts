import { answer } from '#lib/forms/index.ts';
import { readFunctionCounts } from '#lib/server/services/function-counts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	return {
		counts: answer(await readFunctionCounts(locals.ctx, address)),
		isOpenOnly: url.searchParams.get('powers') === 'open',
	};
};

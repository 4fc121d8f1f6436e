import { answer } from '#lib/forms/index.ts';
import { listFunctions } from '#lib/server/services/function-list.ts';
import { filterOf, pageOf, sortOf } from './filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const [filter, sort] = [filterOf(url.searchParams), sortOf(url.searchParams)];
	const list = answer(
		await listFunctions(locals.ctx, address, { filter, sort, page: pageOf(url.searchParams) }),
	);
	return { list, filter, sort };
};

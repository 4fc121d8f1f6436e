import { answer } from '#lib/forms/index.ts';
import { showEvenOut } from '#lib/server/services/workload-even-out.ts';
import { readMethodsRequest } from '../methods/request.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	return { even: answer(await showEvenOut(locals.ctx, address, readMethodsRequest(url).request)) };
};

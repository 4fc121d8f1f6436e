import { answer } from '#lib/forms/index.ts';
import { showBenchmarks } from '#lib/server/services/workload-benchmarks.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const asked = /^\d{1,2}$/.test(url.searchParams.get('near') ?? '')
		? Number(url.searchParams.get('near'))
		: null;
	return { benchmarks: answer(await showBenchmarks(locals.ctx, address, asked)) };
};

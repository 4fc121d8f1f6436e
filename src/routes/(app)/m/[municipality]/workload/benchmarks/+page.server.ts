import { answer } from '#lib/forms/index.ts';
import { citationText } from '#lib/i18n/citation-text.ts';
import { showBenchmarks, type BenchmarkPage } from '#lib/server/services/workload-benchmarks.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const asked = /^\d{1,2}$/.test(url.searchParams.get('near') ?? '')
		? Number(url.searchParams.get('near'))
		: null;
	const found = answer(await showBenchmarks(locals.ctx, address, asked));
	return { benchmarks: found && withSources(found) };
};

/** The sources in the language of the reader. */
function withSources(page: BenchmarkPage): BenchmarkPage {
	return {
		...page,
		source: citationText(page.source),
		staff: page.staff.map((one) => ({
			...one,
			staff: { ...one.staff, source: citationText(one.staff.source) },
		})),
	};
}

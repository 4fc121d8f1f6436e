import { printOptions } from '#lib/forms/chart-print.ts';
import { answer } from '#lib/forms/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { countChartPages } from '#lib/server/services/export-structure.ts';
import { LENSES } from '#lib/server/services/unit-lens.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const options = printOptions(url.searchParams);
	const of = url.searchParams.get('of') === 'posts' ? ('posts' as const) : ('units' as const);
	const lens = LENSES.find((one) => one === url.searchParams.get('lens')) ?? 'none';
	const wanted = { of, lens, options, locale: getLocale() };
	return { options, of, lens, count: answer(await countChartPages(locals.ctx, address, wanted)) };
};

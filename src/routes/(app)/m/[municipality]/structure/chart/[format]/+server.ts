import { error, json } from '@sveltejs/kit';
import { answer, askSignIn } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { chartProgress } from '#lib/server/services/chart-progress.ts';
import { exportChart, type ChartFormat } from '#lib/server/services/export-structure.ts';
import { printOptions } from '#lib/forms/chart-print.ts';
import { LENSES } from '#lib/server/services/unit-lens.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url, request }) => {
	const job = url.searchParams.get('job');
	if (params.format === 'progress') {
		askSignIn(locals.ctx.actor, url);
		return json(chartProgress(locals.ctx, job ?? '') ?? null);
	}
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const format = formatOf(params.format, url.searchParams);
	if (!format) error(404, m.common_not_found());
	const of = url.searchParams.get('of') === 'posts' ? 'posts' : 'units';
	const lens = LENSES.find((one) => one === url.searchParams.get('lens')) ?? 'none';
	const wanted = { of, format, lens, locale: getLocale() } as const;
	try {
		const file = answer(await exportChart(locals.ctx, address, wanted, { job, signal: request.signal }));
		return new Response(Buffer.from(file.bytes), { headers: file.headers });
	} catch (problem) {
		// Stopped by the person: there is nobody to answer.
		if (request.signal.aborted) return new Response(null, { status: 499 });
		throw problem;
	}
};

/** What is asked for; the usual paper and pages where the address does not say. */
function formatOf(name: string, search: URLSearchParams): ChartFormat | undefined {
	if (name === 'svg' || name === 'png') return { kind: name };
	if (name === 'pdf') return { kind: 'pdf', ...printOptions(search) };
	if (name !== 'page') return undefined;
	return { kind: 'page', page: Number(search.get('page') ?? 1), ...printOptions(search) };
}

import { OVERLAP_VERDICTS } from '#lib/domain/overlap/index.ts';
import {
	answer,
	choice,
	echoForm,
	id,
	localPath,
	NO_PROBLEMS,
	parseForm,
	refuseAccess,
	text,
} from '#lib/forms/index.ts';
import { steerAnalysis } from '#lib/server/services/overlap-analysis.ts';
import { readBeside } from '#lib/server/services/overlap-beside.ts';
import { readDuties } from '#lib/server/services/overlap-duties.ts';
import { readDispersion } from '#lib/server/services/overlap-dispersion.ts';
import { readClauses, readGaps } from '#lib/server/services/overlap-gaps.ts';
import { readOverlapPage } from '#lib/server/services/overlap-page.ts';
import { judgeOverlap, withdrawVerdict } from '#lib/server/services/overlap-verdict.ts';
import { listFilterChoices } from '#lib/server/services/overlap-choices.ts';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { Action, Actions, PageServerLoad } from './$types';
import { readOverlapQuery } from './query.ts';

const PAGE_SIZE = 25;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const query = readOverlapQuery(url);
	const address = { slug: params.municipality, versionId: query.version };
	const request = { address, withSlug: query.withSlug };
	const page = answer(
		await readOverlapPage(locals.ctx, {
			...request,
			filter: query.filter,
			page: query.page,
			pageSize: PAGE_SIZE,
			pair: query.pair,
			scenarioId: query.scenario,
			side: query.side,
			order: query.order,
			isGrouped: query.isGrouped,
		}),
	);
	return {
		query,
		page,
		choices: answer(await listFilterChoices(locals.ctx, params.municipality)),
		gaps: query.tab === 'gaps' ? answer(await readGaps(locals.ctx, address)) : null,
		dispersion: query.tab === 'dispersion' ? answer(await readDispersion(locals.ctx, address)) : null,
		duties: query.tab === 'duties' ? answer(await readDuties(locals.ctx, address)) : null,
		beside:
			query.tab === 'twins' || query.tab === 'joint'
				? answer(await readBeside(locals.ctx, { ...request, critical: query.critical }))
				: null,
		clauses: query.tab === 'clauses' ? answer(await readClauses(locals.ctx, request)) : null,
	};
};

const fingerprint = () => z.string().regex(/^[0-9a-f]{16}$/u);
const pairSchema = z.object({
	functionA: id(),
	functionB: id(),
	fingerprintA: fingerprint(),
	fingerprintB: fingerprint(),
});
const judgeSchema = pairSchema.extend({
	verdict: choice(OVERLAP_VERDICTS),
	reason: text(1000),
});

const withdrawSchema = pairSchema.extend({ decidedAt: text(40) });

/** Stops the analysis that the page waits for, or begins it again. */
function steer(step: 'stop' | 'start'): (event: Parameters<Action>[0]) => Promise<void> {
	return async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const query = readOverlapQuery(url);
		const address = { slug: params.municipality, versionId: query.version };
		const asked = { address, withSlug: query.withSlug, scenarioId: query.scenario };
		const result = await steerAnalysis(locals.ctx, asked, step);
		if (result.ok) redirect(303, localPath(data.get('next')));
		refuseAccess(result.error);
	};
}

export const actions: Actions = {
	stop: steer('stop'),
	start: steer('start'),
	judge: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(judgeSchema, data);
		if (!form.ok) return fail(400, form.error);
		const { functionA, functionB, fingerprintA, fingerprintB, verdict, reason } = form.value;
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const result = await judgeOverlap(locals.ctx, address, {
			functions: [functionA, functionB],
			fingerprints: [fingerprintA, fingerprintB],
			verdict,
			reason,
		});
		if (result.ok) redirect(303, localPath(data.get('next')));
		refuseAccess(result.error);
		return fail(409, { ...NO_PROBLEMS, refusal: result.error, values: echoForm(data) });
	},
	withdraw: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(withdrawSchema, data);
		if (!form.ok) return fail(400, form.error);
		const { functionA, functionB, fingerprintA, fingerprintB, decidedAt } = form.value;
		const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
		const result = await withdrawVerdict(locals.ctx, address, {
			functions: [functionA, functionB],
			fingerprints: [fingerprintA, fingerprintB],
			decidedAt,
		});
		if (result.ok) redirect(303, localPath(data.get('next')));
		refuseAccess(result.error);
		return fail(409, { ...NO_PROBLEMS, refusal: result.error, values: echoForm(data) });
	},
};

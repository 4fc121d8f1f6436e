import { error } from '@sveltejs/kit';
import { answer, askSignIn } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exportComparison } from '#lib/server/services/scenario-compare-export.ts';
import { askedComparison, askedWeights } from '../compare-view.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const { searchParams: search } = url;
	const asked = { ...askedComparison(search), weights: askedWeights(search) };
	const made = await exportComparison(locals.ctx, params.municipality, asked, getLocale());
	if (!made.ok && made.error.code === 'compare/nothing-chosen') error(400, m.compare_choose_first());
	const file = answer(made);
	return new Response(new Uint8Array(file.bytes), { headers: file.headers });
};

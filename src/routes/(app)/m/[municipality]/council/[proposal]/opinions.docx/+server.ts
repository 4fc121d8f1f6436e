import { error } from '@sveltejs/kit';
import { answer, askSignIn } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exportOpinions } from '#lib/server/services/export-opinions.ts';
import { proposalAddress } from '../council-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const made = await exportOpinions(locals.ctx, proposalAddress(params), getLocale());
	if (!made.ok && made.error.code === 'review/not-intact') error(409, m.papers_snapshot_broken());
	const file = answer(made);
	return new Response(new Uint8Array(file.bytes), { headers: file.headers });
};

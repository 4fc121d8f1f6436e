import { answer, askSignIn } from '#lib/forms/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exportProposal } from '#lib/server/services/export-proposal.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const source = { kind: 'scenario', scenarioId: params.id } as const;
	const file = answer(await exportProposal(locals.ctx, params.municipality, source, getLocale()));
	return new Response(new Uint8Array(file.bytes), { headers: file.headers });
};

import { error } from '@sveltejs/kit';
import { refuseAccess } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exportProposal } from '#lib/server/services/export-proposal.ts';
import type { RequestHandler } from './$types';

/** A proposal before the council as a workbook, in the language of the reader. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const source = { kind: 'proposal', number: Number(params.proposal) } as const;
	const file = await exportProposal(locals.ctx, params.municipality, source, getLocale());
	if (file.ok) return new Response(file.value.bytes.slice().buffer, { headers: file.value.headers });
	refuseAccess(file.error);
	return error(409, m.training_refusal_scenario());
};

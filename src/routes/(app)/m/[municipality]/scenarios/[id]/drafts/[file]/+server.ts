import { error } from '@sveltejs/kit';
import { answer, askSignIn } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { DRAFTS, exportDraft } from '#lib/server/services/operation-drafts.ts';
import type { RequestHandler } from './$types';

/** „job-descriptions-3.docx“: the drafts of the third operation. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const [, name = '', number = ''] = /^([a-z-]+)-(\d{1,4})\.docx$/u.exec(params.file) ?? [];
	const kind = DRAFTS.find((draft) => draft === name);
	if (kind === undefined) error(404, m.common_not_found());
	const address = { slug: params.municipality, scenarioId: params.id };
	const wanted = { kind, number: Number(number) };
	const file = answer(await exportDraft(locals.ctx, address, wanted, getLocale()));
	return new Response(new Uint8Array(file.bytes), { headers: file.headers });
};

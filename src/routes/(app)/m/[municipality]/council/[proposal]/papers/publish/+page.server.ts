import { error, fail, redirect } from '@sveltejs/kit';
import { REDACTION_LEVELS } from '#lib/domain/publication/index.ts';
import { answer, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import {
	publishDecision,
	withdrawPublication,
	type PublicationRefusal,
} from '#lib/server/services/publication.ts';
import { viewPublication } from '#lib/server/services/publication-view.ts';
import { z } from 'zod';
import { proposalAddress } from '../../council-answer.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const level = REDACTION_LEVELS.find((one) => one === url.searchParams.get('level')) ?? 'public';
	const found = await viewPublication(locals.ctx, proposalAddress(params), { level, locale: getLocale() });
	if (!found.ok && found.error.code === 'review/not-intact') error(409, m.papers_snapshot_broken());
	return { view: answer(found) };
};

/** The revision of the publication that the person saw; 0 where there was none. */
const seenForm = z.object({ revision: z.coerce.number().int().min(0).max(1_000_000_000) });

export const actions: Actions = {
	publish: (event) => act(event, publishDecision),
	withdraw: (event) => act(event, withdrawPublication),
};

async function act(
	{ request, locals, params }: RequestEvent,
	change: typeof publishDecision | typeof withdrawPublication,
) {
	const form = parseForm(seenForm, await request.formData());
	if (!form.ok) return fail(400, { refusal: m.common_issue_invalid() });
	const result = await change(locals.ctx, proposalAddress(params), form.value.revision);
	if (result.ok) redirect(303, `/m/${params.municipality}/council/${params.proposal}/papers/publish`);
	refuseAccess(result.error);
	return fail(409, { refusal: REFUSALS[result.error.code as PublicationRefusal['code']]() });
}

const REFUSALS = {
	'review/not-intact': m.papers_snapshot_broken,
	'publication/not-adopted': m.publication_refusal_not_adopted,
	'publication/stale': m.publication_refusal_stale,
	'publication/name-in-title': m.publication_refusal_name,
} as const satisfies Record<PublicationRefusal['code'], unknown>;

import { isId } from '#lib/domain/shared/index.ts';
import { echoForm, NO_PROBLEMS, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { draftWords } from '#lib/i18n/finding-drafts.ts';
import { m } from '#lib/paraglide/messages.js';
import { promoteToFinding } from '#lib/server/services/finding.ts';
import { draftFinding, type FindingDraft } from '#lib/server/services/finding-draft.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { newFindingSchema } from '../forms.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = Pick<RequestEvent, 'locals' | 'url'> & { readonly params: { readonly municipality: string } };

export const load: PageServerLoad = async (event) => {
	const { evidence, ...facts } = await draftFor(event);
	const words = draftWords(facts);
	return { evidence, words: { ...words, severity: String(words.severity) } };
};

export const actions: Actions = {
	default: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(newFindingSchema, data);
		if (!form.ok) return fail(400, { ...form.error, existing: null });
		const { evidence } = await draftFor(event);
		const result = await promoteToFinding(event.locals.ctx, addressOf(event), { ...form.value, evidence });
		const root = `/m/${event.params.municipality}/findings`;
		if (result.ok) redirect(303, `${root}/${result.value.id}`);
		refuseAccess(result.error);
		const existing = 'number' in result.error ? { id: result.error.id, number: result.error.number } : null;
		return fail(409, { ...NO_PROBLEMS, existing, values: echoForm(data) });
	},
};

/** The evidence is read again from the address, never from the form: nobody can write it by hand. */
async function draftFor(event: Event): Promise<FindingDraft> {
	const get = (name: string) => event.url.searchParams.get(name);
	const [kind, ref, ref2] = [get('kind'), get('ref'), get('ref2')];
	const isKnown = [ref, ref2].every((key) => key === null || isKey(key));
	if (!isKnown) error(404, m.findings_new_unknown());
	const request = kind !== null && ref !== null ? { kind, ref, ref2 } : null;
	const draft = await draftFinding(event.locals.ctx, addressOf(event), request);
	if (draft.ok) return draft.value;
	refuseAccess(draft.error);
	error(404, m.findings_new_unknown());
}

/** Keys, and ids of rules and checks such as `R08` or `structure/single-report`. */
function isKey(text: string): boolean {
	return isId(text.toLowerCase().replaceAll('/', '-'));
}

function addressOf({ params, url }: Event) {
	return { slug: params.municipality, versionId: url.searchParams.get('version') };
}

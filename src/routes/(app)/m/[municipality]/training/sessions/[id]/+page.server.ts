import { error, fail, redirect } from '@sveltejs/kit';
import { echoForm, id, NO_PROBLEMS, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { reissueText, textOfSessionRefusal } from '#lib/i18n/session-names.ts';
import { enrol, withdraw } from '#lib/server/services/training-enrolment.ts';
import { editSession, removeSession } from '#lib/server/services/training-session.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';
import { issuesOf, revisionForm, sessionForm, valuesOf } from '../session-form.ts';
import { openPage } from './open-page.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { page, words } = await openPage(locals.ctx, params);
	return {
		...words,
		values: valuesOf(page.line),
		revision: String(page.line.revision),
		candidates: page.candidates.map((person) => ({ id: person.id, name: person.name })),
		done: DONE.find((code) => code === url.searchParams.get('done')) ?? null,
		reissue: reissueIn(url),
	};
};

const DONE = ['saved', 'enrolled', 'withdrawn', 'moved'] as const;
/** What the address says of certificates that follow the session to another day. */
function reissueIn(url: URL): string {
	const count = Number(url.searchParams.get('reissue'));
	return Number.isInteger(count) && count < 5000 ? reissueText(count) : '';
}

const personForm = z.object({ person: id() });

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const data = await request.formData();
		const [form, seen] = [parseForm(sessionForm, data), parseForm(revisionForm, data)];
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		if (!seen.ok) return fail(400, { ...seen.error, refusal: null });
		const of = { slug: params.municipality, id: params.id };
		const result = await editSession(locals.ctx, of, { ...form.value, ...seen.value });
		if (result.ok) redirect(303, `?done=saved${result.value > 0 ? `&reissue=${result.value}` : ''}`);
		const values = echoForm(data);
		if (result.error.code === 'session/problems')
			return fail(409, { issues: issuesOf(result.error.problems), values, refusal: null });
		return refuse(result.error, values);
	},
	remove: async ({ request, locals, params }) => {
		const form = parseForm(revisionForm, await request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		const of = { slug: params.municipality, id: params.id, ...form.value };
		const result = await removeSession(locals.ctx, of);
		if (result.ok)
			redirect(303, `/m/${params.municipality}/training/sessions?year=${result.value}&done=removed`);
		return refuse(result.error, {});
	},
	enrol: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(personForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		const of = { slug: params.municipality, id: params.id, employeeId: form.value.person };
		const result = await enrol(locals.ctx, of);
		if (result.ok) redirect(303, '?done=enrolled');
		return refuse(result.error, echoForm(data));
	},
	withdraw: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(personForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		const of = { slug: params.municipality, id: params.id, employeeId: form.value.person };
		const result = await withdraw(locals.ctx, of);
		if (result.ok) redirect(303, '?done=withdrawn');
		return refuse(result.error, {});
	},
};

function refuse(refusal: { readonly code: string }, values: Readonly<Record<string, string>>) {
	refuseAccess(refusal);
	if (refusal.code === 'session/no-such-session') error(404, textOfSessionRefusal(refusal.code));
	return fail(409, { ...NO_PROBLEMS, values, refusal: textOfSessionRefusal(refusal.code) });
}

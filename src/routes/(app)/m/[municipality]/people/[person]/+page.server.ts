import { error, fail, redirect } from '@sveltejs/kit';
import { isId, type Result } from '#lib/domain/shared/index.ts';
import { answer, echoForm, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { assessPerson, editPerson } from '#lib/server/services/employee-edit.ts';
import { addCertificate, addExemption, addWish, removePaper } from '#lib/server/services/employee-papers.ts';
import { erasePerson } from '#lib/server/services/employee-retention.ts';
import { readPerson } from '#lib/server/services/employee.ts';
import type { z } from 'zod';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import {
	assessForm,
	certificateForm,
	eraseForm,
	exemptionForm,
	problemAt,
	recordForm,
	removeForm,
	wishForm,
} from './forms.ts';

const DONE = ['assessed', 'saved', 'kept', 'removed', 'erased'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	if (!isId(params.person)) error(404, m.common_not_found());
	const person = answer(await readPerson(locals.ctx, params.municipality, params.person));
	return { page: person, done: DONE.find((name) => url.searchParams.get('done') === name) ?? null };
};

export const actions: Actions = {
	assess: (event) =>
		act(event, { at: 'assess', schema: assessForm, done: 'assessed' }, (value) =>
			assessPerson(event.locals.ctx, event.params.municipality, {
				...value,
				employeeId: event.params.person,
			}),
		),
	record: (event) =>
		act(event, { at: 'record', schema: recordForm, done: 'saved' }, (value) =>
			editPerson(event.locals.ctx, event.params.municipality, { ...value, id: event.params.person }),
		),
	certify: (event) =>
		act(event, { at: 'certify', schema: certificateForm, done: 'kept' }, (value) =>
			addCertificate(event.locals.ctx, addressOf(event), value),
		),
	exempt: (event) =>
		act(event, { at: 'exempt', schema: exemptionForm, done: 'kept' }, (value) =>
			addExemption(event.locals.ctx, addressOf(event), value),
		),
	wish: (event) =>
		act(event, { at: 'wish', schema: wishForm, done: 'kept' }, (value) =>
			addWish(event.locals.ctx, addressOf(event), value),
		),
	erase: (event) =>
		act(event, { at: 'erase', schema: eraseForm, done: 'erased' }, ({ revision }) =>
			erasePerson(event.locals.ctx, event.params.municipality, { id: event.params.person, revision }),
		),
	remove: (event) =>
		act(event, { at: 'remove', schema: removeForm, done: 'removed' }, (value) =>
			removePaper(event.locals.ctx, addressOf(event), value),
		),
};

type FormName = 'assess' | 'record' | 'certify' | 'exempt' | 'wish' | 'remove' | 'erase';

/** Parses the form, asks the service, and answers; refusals that concern a field stand at it. */
async function act<T>(
	event: RequestEvent,
	form: { readonly at: FormName; readonly schema: z.ZodType<T>; readonly done: (typeof DONE)[number] },
	save: (value: T) => Promise<Result<null, { readonly code: string; readonly limit?: number }>>,
) {
	const data = await event.request.formData();
	const parsed = parseForm(form.schema, data);
	if (!parsed.ok) return fail(400, { ...parsed.error, at: form.at, refusal: null });
	const result = await save(parsed.value);
	if (result.ok)
		redirect(303, `/m/${event.params.municipality}/people/${event.params.person}?done=${form.done}`);
	refuseAccess(result.error);
	return fail(409, { ...problemAt(form.at, result.error), values: echoForm(data), at: form.at });
}

function addressOf({ params }: RequestEvent) {
	return { slug: params.municipality, employeeId: params.person };
}

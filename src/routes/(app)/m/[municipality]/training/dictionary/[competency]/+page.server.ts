import { error, fail, redirect } from '@sveltejs/kit';
import { isId, type Result } from '#lib/domain/shared/index.ts';
import { competencyValues } from '#lib/components/training/competency-values.ts';
import { answer, echoForm, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { nameOfCompetencyGroup } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	askFor,
	changeRequirement,
	editCompetency,
	retireCompetency,
} from '#lib/server/services/dictionary-edit.ts';
import { readCompetency } from '#lib/server/services/dictionary.ts';
import { z } from 'zod';
import { bothEdits, seenIn } from '../../both-edits.ts';
import {
	askForm,
	changeForm,
	dropForm,
	refusedWords,
	REQUIREMENT_KINDS,
	retireForm,
	seenForm,
	wordsForm,
} from '../forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const DONE = ['added', 'saved', 'retired', 'restored', 'asked', 'changed', 'removed'] as const;
type Done = (typeof DONE)[number];

export const load: PageServerLoad = async ({ locals, params, url }) => {
	if (!isId(params.competency)) error(404, m.common_not_found());
	const ask = REQUIREMENT_KINDS.find((kind) => kind === url.searchParams.get('ask')) ?? 'job-title';
	const at = { slug: params.municipality, key: params.competency, ask };
	return {
		page: answer(await readCompetency(locals.ctx, at)),
		ask,
		done: DONE.find((one) => one === url.searchParams.get('done')) ?? null,
	};
};

const editForm = z.intersection(seenForm, wordsForm);

export const actions: Actions = {
	edit: (event) =>
		act(event, { part: 'edit', schema: editForm, done: () => 'saved' }, ({ number, ...words }) =>
			editCompetency(event.locals.ctx, { ...addressOf(event), number }, words),
		),
	retire: (event) =>
		act(
			event,
			{ part: 'retire', schema: retireForm, done: ({ isRetired }) => (isRetired ? 'retired' : 'restored') },
			(value) => retireCompetency(event.locals.ctx, { ...addressOf(event), ...value }),
		),
	ask: (event) =>
		act(event, { part: 'ask', schema: askForm, done: () => 'asked' }, (value) =>
			askFor(event.locals.ctx, addressOf(event), value),
		),
	change: (event) =>
		act(event, { part: 'change', schema: changeForm, done: () => 'changed' }, ({ id, revision, ...to }) =>
			changeRequirement(event.locals.ctx, { ...addressOf(event), id, revision }, to),
		),
	remove: (event) =>
		act(event, { part: 'remove', schema: dropForm, done: () => 'removed' }, (value) =>
			changeRequirement(event.locals.ctx, { ...addressOf(event), ...value }, null),
		),
};

type Part = 'edit' | 'retire' | 'ask' | 'change' | 'remove';

/** Parses the form, asks the service, and goes back to the page with what was done. */
async function act<T>(
	event: RequestEvent,
	form: { readonly part: Part; readonly schema: z.ZodType<T>; readonly done: (value: T) => Done },
	save: (value: T) => Promise<Result<null, { readonly code: string }>>,
) {
	const data = await event.request.formData();
	const parsed = parseForm(form.schema, data);
	if (!parsed.ok) return fail(400, { ...parsed.error, part: form.part, refusal: null });
	const result = await save(parsed.value);
	const { municipality, competency } = event.params;
	if (result.ok)
		redirect(303, `/m/${municipality}/training/dictionary/${competency}?done=${form.done(parsed.value)}`);
	refuseAccess(result.error);
	if (form.part === 'edit' && result.error.code === 'dictionary/stale') return bothSaved(event, data);
	return fail(409, { ...refusedWords(result.error.code), values: echoForm(data), part: form.part });
}

/** The form with both edits in it: nothing is stored until the person saves what was chosen. */
async function bothSaved(event: RequestEvent, data: FormData) {
	const { entry } = answer(await readCompetency(event.locals.ctx, { ...addressOf(event), ask: 'post' }));
	const theirs = competencyValues(entry);
	const given = echoForm(data);
	const mine = Object.fromEntries(Object.keys(theirs).map((name) => [name, given[name] ?? '']));
	const { values, others } = bothEdits({ seen: seenIn(data) ?? {}, mine, theirs });
	const words: typeof others =
		others['group'] === undefined ? others : { ...others, group: nameOfCompetencyGroup(entry.group) };
	return fail(409, {
		...refusedWords('dictionary/stale'),
		values: { ...values, number: String(entry.number), seen: JSON.stringify(theirs) },
		others: words,
		part: 'edit' as const,
	});
}

function addressOf({ params }: RequestEvent) {
	return { slug: params.municipality, key: params.competency };
}

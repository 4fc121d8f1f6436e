import { error, fail, redirect } from '@sveltejs/kit';
import { echoForm, id, NO_PROBLEMS, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { nameOfSessionState, reissueText, textOfSessionRefusal } from '#lib/i18n/session-names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Ctx } from '#lib/server/context.ts';
import { enrol, withdraw } from '#lib/server/services/training-enrolment.ts';
import { editSession, removeSession, type SessionInput } from '#lib/server/services/training-session.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';
import { bothEdits, restsOn, seenIn } from '../../both-edits.ts';
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

/** Nothing that somebody else stored meanwhile. */
const NONE: Readonly<Record<string, string>> = {};
const NOTHING_GIVEN = { values: NONE, others: NONE, revision: null, seen: null };

const personForm = z.object({ person: id() });

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const data = await request.formData();
		const [form, seen] = [parseForm(sessionForm, data), parseForm(revisionForm, data)];
		const basis = { ...restsOn(data), others: NONE };
		if (!form.ok) return fail(400, { ...form.error, ...basis, refusal: null });
		if (!seen.ok) return fail(400, { ...seen.error, ...basis, refusal: null });
		const of = { slug: params.municipality, id: params.id };
		const result = await editSession(locals.ctx, of, { ...form.value, ...seen.value });
		if (result.ok) redirect(303, `?done=saved${result.value > 0 ? `&reissue=${result.value}` : ''}`);
		const values = echoForm(data);
		if (result.error.code === 'session/problems')
			return fail(409, { issues: issuesOf(result.error.problems), values, ...basis, refusal: null });
		if (result.error.code === 'training/stale') return bothSaved(locals.ctx, params, data);
		return refuse(result.error, { ...basis, values });
	},
	remove: async ({ request, locals, params }) => {
		const form = parseForm(revisionForm, await request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null, others: NONE });
		const of = { slug: params.municipality, id: params.id, ...form.value };
		const result = await removeSession(locals.ctx, of);
		if (result.ok)
			redirect(303, `/m/${params.municipality}/training/sessions?year=${result.value}&done=removed`);
		return refuse(result.error, NOTHING_GIVEN);
	},
	enrol: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(personForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null, others: NONE });
		const of = { slug: params.municipality, id: params.id, employeeId: form.value.person };
		const result = await enrol(locals.ctx, of);
		if (result.ok) redirect(303, '?done=enrolled');
		return refuse(result.error, { ...NOTHING_GIVEN, values: echoForm(data) });
	},
	withdraw: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(personForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null, others: NONE });
		const of = { slug: params.municipality, id: params.id, employeeId: form.value.person };
		const result = await withdraw(locals.ctx, of);
		if (result.ok) redirect(303, '?done=withdrawn');
		return refuse(result.error, NOTHING_GIVEN);
	},
};

/** The form with both edits in it: nothing is stored until the person saves what was chosen. */
async function bothSaved(
	ctx: Ctx,
	params: { readonly municipality: string; readonly id: string },
	data: FormData,
) {
	const { line } = (await openPage(ctx, params)).page;
	const theirs = valuesOf(line);
	const given = echoForm(data);
	const mine = Object.fromEntries(Object.keys(theirs).map((name) => [name, given[name] ?? '']));
	const { values, others } = bothEdits({ seen: seenIn(data) ?? {}, mine, theirs });
	return fail(409, {
		...{ ...NO_PROBLEMS, values, others: wordsOf(others, line) },
		...{ revision: String(line.revision), seen: theirs },
		refusal: m.session_both_edited(),
	});
}

/** What the other one stored, in words. */
function wordsOf(
	others: Readonly<Record<string, string>>,
	stored: SessionInput,
): Readonly<Record<string, string>> {
	const words = {
		startsOn: formatDate(stored.startsOn),
		endsOn: formatDate(stored.endsOn),
		state: nameOfSessionState(stored.state),
		isOnline: stored.isOnline ? m.common_yes() : m.common_no(),
	};
	return Object.fromEntries(
		Object.entries(others).map(([name, value]) => [name, words[name as keyof typeof words] ?? value]),
	);
}

/** What a form gave, and on what it rests. */
type Given = ReturnType<typeof restsOn> & Readonly<Record<'values' | 'others', typeof NONE>>;

function refuse(refusal: { readonly code: string }, given: Given) {
	refuseAccess(refusal);
	if (refusal.code === 'session/no-such-session') error(404, textOfSessionRefusal(refusal.code));
	return fail(409, { ...NO_PROBLEMS, ...given, refusal: textOfSessionRefusal(refusal.code) });
}

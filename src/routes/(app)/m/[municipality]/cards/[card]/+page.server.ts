import { error, fail, redirect } from '@sveltejs/kit';
import type { TechnologyCard } from '#lib/domain/adminservice/index.ts';
import { isId } from '#lib/domain/shared/index.ts';
import { answer, echoForm, NO_PROBLEMS, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	editCard,
	recordCardChange,
	removeCard,
	removeCardChange,
	touchSubject,
	type CardEditRefusal,
} from '#lib/server/services/technology-card-edit.ts';
import { readCard } from '#lib/server/services/technology-card.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { bothEdits, restsOn, seenIn } from '../../training/both-edits.ts';
import { cardForm, changeForm, revisionForm, subjectForm, takeForm, told, valuesOf } from '../forms.ts';

const DONE = ['added', 'saved', 'touched', 'changed', 'unchanged'] as const;
type Done = (typeof DONE)[number];

export const load: PageServerLoad = async ({ locals, params, url }) => {
	if (!isId(params.card)) error(404, m.common_not_found());
	const touch = url.searchParams.get('touch') === 'post' ? ('post' as const) : ('function' as const);
	const at = { slug: params.municipality, id: params.card, touch };
	const page = answer(await readCard(locals.ctx, at));
	return {
		page,
		touch,
		values: valuesOf(page.card),
		done: DONE.find((one) => one === url.searchParams.get('done')) ?? null,
	};
};

export const actions: Actions = {
	save: async (event) => {
		const data = await event.request.formData();
		const [form, seen] = [parseForm(cardForm, data), parseForm(revisionForm, data)];
		const basis = { ...restsOn(data), part: 'save' as const };
		if (!form.ok) return fail(400, { ...wrong(form.error), ...basis });
		if (!seen.ok) return fail(400, { ...wrong(seen.error), ...basis });
		const saved = await editCard(event.locals.ctx, { ...addressOf(event), ...seen.value }, form.value);
		if (saved.ok) back(event, 'saved');
		if (saved.error.code === 'card/stale') return fail(409, stale(data, saved.error.now));
		return refuse(saved.error, 'save', echoForm(data), restsOn(data));
	},
	remove: async (event) => {
		const form = parseForm(revisionForm, await event.request.formData());
		if (!form.ok) return fail(400, { ...wrong(form.error), part: 'remove' as const });
		const removed = await removeCard(event.locals.ctx, { ...addressOf(event), ...form.value });
		if (removed.ok) redirect(303, `/m/${event.params.municipality}/cards?done=removed`);
		if (removed.error.code === 'card/stale') return fail(409, movedOn());
		return refuse(removed.error, 'remove', {});
	},
	touch: (event) => touch(event, true),
	leave: (event) => touch(event, false),
	change: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(changeForm, data);
		if (!form.ok) return fail(400, { ...wrong(form.error), part: 'change' as const });
		const recorded = await recordCardChange(event.locals.ctx, addressOf(event), form.value);
		if (recorded.ok) back(event, 'changed');
		return refuse(recorded.error, 'change', echoForm(data));
	},
	unchange: async (event) => {
		const form = parseForm(takeForm, await event.request.formData());
		if (!form.ok) return fail(400, { ...wrong(form.error), part: 'unchange' as const });
		const at = { ...addressOf(event), ...form.value };
		const taken = await removeCardChange(event.locals.ctx, at);
		if (taken.ok) back(event, 'unchanged');
		return refuse(taken.error, 'unchange', {});
	},
};

type Part = 'save' | 'remove' | 'touch' | 'change' | 'unchange';
const NOTHING = { refusal: null, others: {}, revision: null, seen: null };

async function touch(event: RequestEvent, isTouched: boolean) {
	const data = await event.request.formData();
	const form = parseForm(subjectForm, data);
	if (!form.ok) return fail(400, { ...wrong(form.error), part: 'touch' as const });
	const { kind, subject } = form.value;
	const at = { ...addressOf(event), isTouched };
	const touched = await touchSubject(event.locals.ctx, at, { kind, key: subject });
	if (touched.ok) back(event, 'touched');
	return refuse(touched.error, 'touch', echoForm(data));
}

function wrong<T extends object>(problems: T) {
	return { ...problems, ...NOTHING };
}

function refuse(
	problem: CardEditRefusal,
	part: Part,
	values: Readonly<Record<string, string>>,
	basis?: ReturnType<typeof restsOn>,
) {
	if (problem.code === 'access/not-found' || problem.code === 'access/forbidden')
		return refuseAccess(problem);
	return fail(409, { ...NO_PROBLEMS, ...NOTHING, ...basis, part, values, refusal: told(problem) });
}

/** The card is not what the person meant to remove: it is shown as it is now, and asked for once more. */
function movedOn() {
	const refusal = { text: m.cards_refusal_moved_on(), lines: [] };
	return { ...wrong(NO_PROBLEMS), part: 'remove' as const, refusal };
}

/** The form with both edits in it: nothing is stored until the person saves what was chosen. */
function stale(data: FormData, now: TechnologyCard) {
	const theirs = valuesOf(now);
	const given = echoForm(data);
	const mine = Object.fromEntries(Object.keys(theirs).map((name) => [name, given[name] ?? '']));
	const { values, others } = bothEdits({ seen: seenIn(data) ?? {}, mine, theirs });
	return {
		...{ ...NO_PROBLEMS, part: 'save' as const, values, others },
		...{ refusal: told({ code: 'card/stale' }), revision: String(now.revision) },
		seen: theirs,
	};
}

function back(event: RequestEvent, done: Done): never {
	const kind = event.url.searchParams.get('touch') === 'post' ? '&touch=post' : '';
	redirect(303, `/m/${event.params.municipality}/cards/${event.params.card}?done=${done}${kind}`);
}

function addressOf({ params }: RequestEvent) {
	return { slug: params.municipality, id: params.card };
}

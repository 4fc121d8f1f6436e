import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { FUNCTION_KINDS } from '#lib/domain/org/index.ts';
import { asId, isId, type VersionId } from '#lib/domain/shared/index.ts';
import { answer, choice, parseForm, refuseAccess, typedText, wholeNumber } from '#lib/forms/index.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { applyRegulation } from '#lib/server/services/regulation-apply.ts';
import { discardRegulation } from '#lib/server/services/regulation-bring.ts';
import { acceptUnit, decideFunction, decideVersion } from '#lib/server/services/regulation-decide.ts';
import { splitFunction } from '#lib/server/services/regulation-split.ts';
import { undoRegulation } from '#lib/server/services/regulation-undo.ts';
import { viewRegulation } from '#lib/server/services/regulation-view.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const wish = url.searchParams.get('at');
	const at = wish !== null && /^\d{1,7}$/.test(wish) ? Number(wish) : null;
	const place = url.searchParams.get('place');
	const address = { slug: params.municipality, id: params.id, node: at, place };
	return { view: answer(await viewRegulation(locals.ctx, address)) };
};

const LARGEST = 10_000_000;
const decideForm = z.object({
	node: wholeNumber({ min: 0, max: LARGEST }),
	outcome: choice(['accepted', 'skipped', 'open', 'split']),
	wording: typedText(4000),
	unit: typedText(100),
	kind: choice(FUNCTION_KINDS),
	area: typedText(100),
	seen: wholeNumber({ min: 0, max: LARGEST }),
});
const unitForm = z.object({ owner: typedText(400) });
const targetForm = z.object({ version: typedText(100) });
const applyForm = z.object({ mark: typedText(40) });

type Event = RequestEvent<{ municipality: string; id: string }>;

function show({ params }: Event, at: number | null = null): never {
	const query = at === null ? '' : `?at=${at}#part-${at}`;
	redirect(303, `/m/${params.municipality}/imports/text/${params.id}${query}`);
}

const invalid = () => fail(400, { refusal: { code: 'invalid' } as const });

function refuse<Refusal extends { readonly code: string }>(refusal: Refusal) {
	refuseAccess(refusal);
	return fail(409, { refusal });
}

export const actions: Actions = {
	decide: async (event) => {
		const { locals, params } = event;
		const form = parseForm(decideForm, await event.request.formData());
		if (!form.ok) return invalid();
		const at = { slug: params.municipality, id: params.id };
		const { outcome, ...value } = form.value;
		const decided =
			outcome === 'split'
				? await splitFunction(locals.ctx, at, value)
				: await decideFunction(locals.ctx, at, { ...value, outcome });
		if (!decided.ok) return refuse(decided.error);
		if (outcome === 'open') show(event, form.value.node);
		const view = answer(await viewRegulation(locals.ctx, { ...at, node: form.value.node }));
		show(event, view?.current?.nextOpen ?? form.value.node);
	},
	unit: async (event) => {
		const { locals, params } = event;
		const form = parseForm(unitForm, await event.request.formData());
		if (!form.ok) return invalid();
		const at = { slug: params.municipality, id: params.id };
		const accepted = await acceptUnit(locals.ctx, at, form.value.owner);
		return accepted.ok ? show(event) : refuse(accepted.error);
	},
	target: async (event) => {
		const { locals, params } = event;
		const form = parseForm(targetForm, await event.request.formData());
		if (!form.ok) return invalid();
		const { version } = form.value;
		const at = { slug: params.municipality, id: params.id };
		const saved = await decideVersion(locals.ctx, at, isId(version) ? asId<VersionId>(version) : null);
		return saved.ok ? show(event) : refuse(saved.error);
	},
	apply: async (event) => {
		const { locals, params } = event;
		const form = parseForm(applyForm, await event.request.formData());
		if (!form.ok) return invalid();
		const at = { slug: params.municipality, id: params.id, mark: form.value.mark };
		const date = locals.ctx.clock.today();
		const labelIn = (locale: 'bg' | 'en') =>
			m.structure_working_label({ date: formatDate(date, { locale }) }, { locale });
		const label = { bg: labelIn('bg'), en: labelIn('en') };
		const applied = await applyRegulation(locals.ctx, at, label);
		return applied.ok ? show(event) : refuse(applied.error);
	},
	undo: async (event) => {
		const { locals, params } = event;
		const undone = await undoRegulation(locals.ctx, params.municipality, params.id);
		return undone.ok ? show(event) : refuse(undone.error);
	},
	discard: async ({ locals, params }) => {
		const gone = await discardRegulation(locals.ctx, params.municipality, params.id);
		if (!gone.ok) refuseAccess(gone.error);
		redirect(303, `/m/${params.municipality}/imports/text`);
	},
};

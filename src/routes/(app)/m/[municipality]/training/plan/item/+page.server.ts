import { error, fail, redirect } from '@sveltejs/kit';
import {
	PLAN_ITEM_KINDS,
	PLAN_ITEM_STATES,
	QUARTERS,
	TRAINING_FUNDING,
	type Quarter,
} from '#lib/domain/training/index.ts';
import {
	choice,
	decimal,
	id,
	NO_PROBLEMS,
	parseForm,
	refuseAccess,
	revision,
	wholeNumber,
} from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { addPlanItem, editPlanItem, removePlanItem } from '#lib/server/services/training-plan-item.ts';
import { readPlanItemPage } from '#lib/server/services/training-plan-view.ts';
import { PLAN_YEARS } from '#lib/server/services/training-plan.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const item = url.searchParams.get('id');
	const result = await readPlanItemPage(locals.ctx, params.municipality, yearOf(url), item);
	if (result.ok) return { page: result.value };
	refuseAccess(result.error);
	return error(404, m.training_refusal_no_such_item());
};

const words = (max: number) => z.string().trim().max(max).default('');
const list = z.array(z.string().max(80)).max(2000).default([]);

const itemForm = z.object({
	courseKey: id(),
	groupName: words(80),
	kind: choice(PLAN_ITEM_KINDS),
	quarter: z
		.enum(QUARTERS.map(String) as ['1', '2', '3', '4'])
		.transform((quarter) => Number(quarter) as Quarter),
	hours: decimal({ min: 0.5, max: 1000 }),
	price: decimal({ min: 0, max: 100_000 }),
	provider: words(200),
	place: words(200),
	funding: choice(TRAINING_FUNDING),
	responsible: words(200),
	expectedResult: words(500),
	evaluation: words(500),
	openSeats: wholeNumber({ min: 0, max: 1000 }),
	state: choice(PLAN_ITEM_STATES),
	participants: list,
	needIds: list,
});
const storedForm = z.object({ id: id(), revision: revision() });

export const actions: Actions = {
	save: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const isNew = data.get('id') === '';
		const chosen = { participants: texts(data, 'participants[]'), needs: texts(data, 'needIds[]') };
		const form = parseForm(itemForm, data);
		const stored = isNew ? null : parseForm(storedForm, data);
		if (!form.ok) return fail(400, { ...form.error, chosen, refusal: null });
		if (stored && !stored.ok) return fail(400, { ...stored.error, chosen, refusal: null });
		const year = yearOf(url);
		const result = stored
			? await editPlanItem(locals.ctx, params.municipality, year, { ...form.value, ...stored.value })
			: await addPlanItem(locals.ctx, params.municipality, year, form.value);
		if (result.ok) redirect(303, planAt(params, year, 'saved'));
		refuseAccess(result.error);
		return fail(409, { ...NO_PROBLEMS, values: plain(data), chosen, refusal: result.error.code });
	},
	remove: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(storedForm, data);
		const chosen = null;
		if (!form.ok) return fail(400, { ...form.error, chosen, refusal: null });
		const result = await removePlanItem(locals.ctx, params.municipality, yearOf(url), form.value);
		if (result.ok) redirect(303, planAt(params, yearOf(url), 'removed'));
		refuseAccess(result.error);
		return fail(409, { ...NO_PROBLEMS, chosen, refusal: result.error.code });
	},
};

/** The year of the address; a page without a right one does not exist. */
function yearOf(url: URL): number {
	const year = Number(url.searchParams.get('year'));
	if (!Number.isInteger(year) || year < PLAN_YEARS.min || year > PLAN_YEARS.max)
		error(404, m.training_refusal_no_plan());
	return year;
}

function planAt(params: RequestEvent['params'], year: number, done: string): string {
	return `/m/${params.municipality}/training/plan?year=${year}&done=${done}`;
}

function texts(data: FormData, name: string): readonly string[] {
	return data.getAll(name).filter((value) => typeof value === 'string');
}

function plain(data: FormData): Readonly<Record<string, string>> {
	const entries = [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
	return Object.fromEntries(entries.filter(([name]) => !name.endsWith('[]')));
}

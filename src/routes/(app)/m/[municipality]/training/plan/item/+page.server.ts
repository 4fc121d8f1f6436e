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
	optionalText,
	parseForm,
	refuseAccess,
	revision,
	wholeNumber,
} from '#lib/forms/index.ts';
import { localText } from '#lib/i18n/names.ts';
import {
	nameOfItemKind,
	nameOfItemState,
	nameOfQuarter,
	nameOfTrainingFunding,
} from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Ctx } from '#lib/server/context.ts';
import { addPlanItem, editPlanItem, removePlanItem } from '#lib/server/services/training-plan-item.ts';
import { readPlanItemPage, type PlanItemPage } from '#lib/server/services/training-plan-item-view.ts';
import { z } from 'zod';
import { bothChoices, bothEdits, seenIn } from '../../both-edits.ts';
import { planYearIn } from '../../plan-year.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const item = url.searchParams.get('id');
	const result = await readPlanItemPage(locals.ctx, params.municipality, yearOf(url), item);
	if (result.ok) return { page: result.value, stored: valuesOf(result.value.item) };
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
	reason: optionalText(500),
});
const storedForm = z.object({ id: id(), revision: revision() });
const removeForm = storedForm.extend({ removeReason: optionalText(500) });

export const actions: Actions = {
	save: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const isNew = data.get('id') === '';
		const chosen = { participants: texts(data, 'participants[]'), needs: texts(data, 'needIds[]') };
		const seen = seenIn(data);
		const form = parseForm(itemForm, data);
		const stored = isNew ? null : parseForm(storedForm, data);
		if (!form.ok) return fail(400, { ...form.error, chosen, seen, refusal: null });
		if (stored && !stored.ok) return fail(400, { ...stored.error, chosen, seen, refusal: null });
		const year = yearOf(url);
		const result = stored
			? await editPlanItem(locals.ctx, params.municipality, year, { ...form.value, ...stored.value })
			: await addPlanItem(locals.ctx, params.municipality, year, form.value);
		if (result.ok) redirect(303, planAt(params, year, 'saved'));
		refuseAccess(result.error);
		if (result.error.code === 'training/reason-needed')
			return fail(409, { ...reasonNeeded(data, chosen), seen });
		const now = result.error.code === 'training/stale' && (await storedNow(locals.ctx, params, year, data));
		if (now) return fail(409, { ...NO_PROBLEMS, ...bothSaved(data, chosen, now) });
		return fail(409, { ...NO_PROBLEMS, values: plain(data), chosen, seen, refusal: result.error.code });
	},
	remove: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		const form = parseForm(removeForm, data);
		const chosen = null;
		if (!form.ok) return fail(400, { ...form.error, chosen, refusal: null });
		const result = await removePlanItem(locals.ctx, params.municipality, yearOf(url), {
			...form.value,
			reason: form.value.removeReason,
		});
		if (result.ok) redirect(303, planAt(params, yearOf(url), 'removed'));
		refuseAccess(result.error);
		if (result.error.code === 'training/reason-needed')
			return fail(409, reasonNeeded(data, chosen, 'removeReason'));
		return fail(409, { ...NO_PROBLEMS, chosen, refusal: result.error.code });
	},
};

/** The form as it was filled, with the reason that is missing. */
function reasonNeeded(data: FormData, chosen: Chosen | null, field = 'reason') {
	return {
		...{ issues: { [field]: { code: 'required' as const } }, values: chosen ? plain(data) : {} },
		...{ chosen, refusal: null },
	};
}

/** The line as it stands now; undefined when somebody took it out. */
async function storedNow(ctx: Ctx, params: RequestEvent['params'], year: number, data: FormData) {
	const page = await readPlanItemPage(ctx, params.municipality, year, plain(data)['id'] ?? null);
	return page.ok && page.value.item ? { item: page.value.item, courses: page.value.courses } : undefined;
}

type Chosen = { readonly participants: readonly string[]; readonly needs: readonly string[] };

/** The form with both edits in it: nothing is stored until the person saves what was chosen. */
function bothSaved(data: FormData, mine: Chosen, now: NonNullable<Awaited<ReturnType<typeof storedNow>>>) {
	const stored = valuesOf(now.item);
	const { id, revision: at, participants, needs, ...theirs } = stored;
	const seen = seenIn(data) ?? {};
	const given = plain(data);
	const own = Object.fromEntries(Object.keys(theirs).map((name) => [name, given[name] ?? '']));
	const { values, others } = bothEdits({ seen, mine: own, theirs });
	const list = (text: string | undefined) => (text ?? '').split(' ').filter((one) => one !== '');
	return {
		...{ values: { ...values, id, revision: at }, seen: stored, others: wordsOf(others, now) },
		chosen: {
			participants: bothChoices({
				...{ seen: list(seen['participants']), mine: mine.participants, theirs: list(participants) },
			}),
			needs: bothChoices({ seen: list(seen['needs']), mine: mine.needs, theirs: list(needs) }),
		},
		refusal: 'training/both-edited',
	};
}

/** What the other one stored, in words. */
function wordsOf(
	others: Readonly<Record<string, string>>,
	{ item, courses }: NonNullable<Awaited<ReturnType<typeof storedNow>>>,
): Readonly<Record<string, string>> {
	const course = courses.find(({ key }) => key === item.courseKey);
	const words: Readonly<Record<string, string | undefined>> = {
		courseKey: course && localText(course.title),
		kind: nameOfItemKind(item.kind),
		quarter: nameOfQuarter(item.quarter),
		funding: nameOfTrainingFunding(item.funding),
		state: nameOfItemState(item.state),
	};
	return Object.fromEntries(Object.entries(others).map(([name, value]) => [name, words[name] ?? value]));
}

/** The fields of a line as they stand in the form; people and needs as lists of ids, in the order of the alphabet. */
function valuesOf(item: PlanItemPage['item']) {
	return {
		id: item?.id ?? '',
		revision: item ? String(item.revision) : '',
		courseKey: item?.courseKey ?? '',
		groupName: item?.groupName ?? '',
		kind: item?.kind ?? 'professional',
		quarter: String(item?.quarter ?? 1),
		hours: item ? String(item.hours).replace('.', ',') : '',
		price: item ? (item.pricePerPerson / 100).toFixed(2).replace('.', ',') : '',
		provider: item?.provider ?? '',
		place: item?.place ?? '',
		funding: item?.funding ?? 'local',
		responsible: item?.responsible ?? '',
		expectedResult: item?.expectedResult ?? '',
		evaluation: item?.evaluation ?? '',
		openSeats: String(item?.openSeats ?? 0),
		state: item?.state ?? 'planned',
		participants: [...(item?.participants ?? [])].sort().join(' '),
		needs: [...(item?.needIds ?? [])].sort().join(' '),
	};
}

/** The year of the address; a page without a right one does not exist. */
function yearOf(url: URL): number {
	return planYearIn(url) ?? error(404, m.training_refusal_no_plan());
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

import { fail, redirect } from '@sveltejs/kit';
import { PLAN_STATES, TRAINING_FUNDING } from '#lib/domain/training/index.ts';
import {
	answer,
	choice,
	echoForm,
	NO_PROBLEMS,
	optionalText,
	parseForm,
	refuseAccess,
	revision,
	wholeNumber,
	type FormProblems,
	type ParsedForm,
} from '#lib/forms/index.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { planChangeText } from '#lib/i18n/plan-change-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { addSuggested } from '#lib/server/services/training-suggestion.ts';
import { readPlanPage } from '#lib/server/services/training-plan-view.ts';
import { createPlan, movePlan, PLAN_YEARS } from '#lib/server/services/training-plan.ts';
import { z } from 'zod';
import { planYearIn } from '../plan-year.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const page = answer(await readPlanPage(locals.ctx, params.municipality, planYearIn(url)));
	const done = ['taken', 'moved', 'saved', 'removed'].find((name) => url.searchParams.get('done') === name);
	const changes = page.changes.map((change) => ({ id: change.id, text: planChangeText(change) }));
	const late = page.late.map(({ id, title, deadline }) => ({
		...{ id, text: m.training_plan_late_line({ title: localText(title), date: formatDate(deadline) }) },
	}));
	return { page, changes, late, done: done ?? null };
};

const createForm = z.object({ year: wholeNumber(PLAN_YEARS) });
const takeForm = z.object({
	year: wholeNumber(PLAN_YEARS),
	key: optionalText(200),
	funding: choice(TRAINING_FUNDING),
	responsible: z.string().trim().max(200).default(''),
	reason: optionalText(500),
});
const moveForm = z.object({
	year: wholeNumber(PLAN_YEARS),
	state: choice(PLAN_STATES),
	revision: revision(),
	reason: optionalText(500),
});
/** Reasons of single lines, sent as `why.<line>`. */
const WHY = 'why.';

export const actions: Actions = {
	create: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(createForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		const { year } = form.value;
		const result = await createPlan(event.locals.ctx, event.params.municipality, year);
		return result.ok ? redirect(303, planAt(event, year)) : refuse(result.error, data);
	},
	take: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(takeForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		const { year, ...taken } = form.value;
		const result = await addSuggested(event.locals.ctx, event.params.municipality, year, taken);
		return result.ok ? redirect(303, planAt(event, year, 'taken')) : refuse(result.error, data);
	},
	move: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(moveForm, data);
		const moving = data.get('state')?.toString() ?? '';
		if (!form.ok) return fail(400, { ...form.error, refusal: null, moving });
		const reasons = readReasons(data);
		if (!reasons.ok) return fail(400, { ...reasons.error, values: echoForm(data), refusal: null, moving });
		const moved = { ...form.value, reasons: reasons.value };
		const result = await movePlan(event.locals.ctx, event.params.municipality, moved);
		if (result.ok) redirect(303, planAt(event, form.value.year, 'moved'));
		refuseAccess(result.error);
		return fail(409, {
			...{ issues: issuesOfMove(result.error), values: echoForm(data) },
			...{ refusal: result.error.code, moving },
		});
	},
};

/** What is said of single lines, by line; empty fields say nothing. */
function readReasons(data: FormData): ParsedForm<ReadonlyMap<string, string>> {
	const given = [...data.keys()].filter((name) => name.startsWith(WHY));
	const form = parseForm(z.object(Object.fromEntries(given.map((name) => [name, optionalText(500)]))), data);
	if (!form.ok) return form;
	const told = Object.entries(form.value).flatMap(([name, reason]): readonly [string, string][] =>
		reason === null ? [] : [[name.slice(WHY.length), reason]],
	);
	return { ok: true, value: new Map(told) };
}

/** A missing reason stands at its field. */
function issuesOfMove(refusal: {
	readonly code: string;
	readonly itemIds?: readonly string[];
}): FormProblems['issues'] {
	if (refusal.code === 'training/reopen-reason-needed') return { reason: { code: 'required' } };
	return Object.fromEntries((refusal.itemIds ?? []).map((id) => [`${WHY}${id}`, { code: 'required' }]));
}

function refuse(refusal: { readonly code: string }, data: FormData) {
	refuseAccess(refusal);
	return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal: refusal.code });
}

function planAt({ params }: RequestEvent, year: number, done?: string): string {
	return `/m/${params.municipality}/training/plan?year=${year}${done ? `&done=${done}` : ''}`;
}

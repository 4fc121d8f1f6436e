import { error, fail, redirect } from '@sveltejs/kit';
import { isId } from '#lib/domain/shared/index.ts';
import { COMPETENCY_LEVELS, type CompetencyLevel } from '#lib/domain/training/index.ts';
import {
	answer,
	choice,
	day,
	decimal,
	echoForm,
	id,
	NO_PROBLEMS,
	parseForm,
	refuseAccess,
	revision,
	text,
} from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { assessPerson, editPerson } from '#lib/server/services/employee-edit.ts';
import { readPerson } from '#lib/server/services/employee.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	if (!isId(params.person)) error(404, m.common_not_found());
	const person = answer(await readPerson(locals.ctx, params.municipality, params.person));
	const done = ['assessed', 'saved'].find((name) => url.searchParams.get('done') === name);
	return { page: person, done: done ?? null };
};

const assessForm = z.object({
	competencyKey: id(),
	level: z
		.enum(COMPETENCY_LEVELS.map(String) as ['1', '2', '3', '4', '5'])
		.transform((level) => Number(level) as CompetencyLevel),
	assessedOn: day(),
	source: text(200),
});

const recordForm = z.object({
	name: text(200),
	sex: choice(['female', 'male']),
	postKey: id(),
	occupancy: decimal({ min: 0.01, max: 1 }),
	startedOn: day(),
	leftOn: z.union([z.literal('').transform(() => null), day()]).default(null),
	revision: revision(),
});

export const actions: Actions = {
	assess: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(assessForm, data);
		if (!form.ok) return fail(400, { ...form.error, at: 'assess' as const, refusal: null });
		const input = { ...form.value, employeeId: event.params.person };
		const result = await assessPerson(event.locals.ctx, event.params.municipality, input);
		if (result.ok) return done(event, 'assessed');
		refuseAccess(result.error);
		const problem = { at: 'assess' as const, refusal: result.error.code };
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), ...problem });
	},
	record: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(recordForm, data);
		if (!form.ok) return fail(400, { ...form.error, at: 'record' as const, refusal: null });
		const input = { ...form.value, id: event.params.person };
		const result = await editPerson(event.locals.ctx, event.params.municipality, input);
		if (result.ok) return done(event, 'saved');
		refuseAccess(result.error);
		const problem = { at: 'record' as const, refusal: result.error.code };
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), ...problem });
	},
};

function done({ params }: RequestEvent, what: string): never {
	redirect(303, `/m/${params.municipality}/people/${params.person}?done=${what}`);
}

import { fail, redirect } from '@sveltejs/kit';
import type { FunctionKey } from '#lib/domain/shared/index.ts';
import { DAY_WORK_KINDS } from '#lib/domain/workload/index.ts';
import { answer, choice, day, dayIn, echoForm, id, parseForm, refuseAccess, text } from '#lib/forms/index.ts';
import { addDayEntry, removeDayEntry, showWorkDay } from '#lib/server/services/workload-day.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const asked = {
		postKey: url.searchParams.get('post'),
		day: dayIn(url.searchParams, 'day'),
	};
	return { shown: answer(await showWorkDay(locals.ctx, address, asked)) };
};

const clock = z
	.string()
	.trim()
	.regex(/^([01]?\d|2[0-3]):[0-5]\d$/u, { message: 'code:not-a-time' })
	.transform((value) => {
		const [hours = 0, minutes = 0] = value.split(':').map(Number);
		return hours * 60 + minutes;
	});

const entryForm = z
	.object({
		post: id(),
		day: day(),
		starts: clock,
		ends: clock,
		activity: text(300),
		function: z.union([z.literal('').transform(() => null), id()]),
		kind: choice(DAY_WORK_KINDS),
		planned: z.string().optional(),
		interruption: z.string().optional(),
	})
	.superRefine(({ starts, ends }, check) => {
		if (ends <= starts) check.addIssue({ code: 'custom', path: ['ends'], message: 'code:ends-before' });
	});

export const actions: Actions = {
	add: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(entryForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		const { post, day: on, starts, ends, activity, kind, planned, interruption } = form.value;
		const entry = {
			...{ starts, ends, activity, kind },
			functionKey: form.value.function as FunctionKey | null,
			isPlanned: planned !== undefined,
			isInterruption: interruption !== undefined,
		};
		const result = await addDayEntry(event.locals.ctx, addressOf(event), { postKey: post, day: on, entry });
		if (result.ok) back(event, post, on);
		refuseAccess(result.error);
		if (result.error.code === 'workload/day-not-recordable') {
			return fail(400, {
				issues: { day: { code: 'day-not-recordable' } },
				values: echoForm(data),
				refusal: null,
			});
		}
		const refusal = result.error.code === 'workload/day-entry-overlaps' ? result.error : null;
		return fail(409, { issues: {}, values: echoForm(data), refusal });
	},
	remove: async (event) => {
		const form = parseForm(z.object({ id: id(), post: id(), day: day() }), await event.request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		answer(await removeDayEntry(event.locals.ctx, addressOf(event), form.value.id));
		back(event, form.value.post, form.value.day);
	},
};

function addressOf({ params, url }: RequestEvent) {
	return { slug: params.municipality, versionId: url.searchParams.get('version') };
}

function back({ url }: RequestEvent, post: string, on: string): never {
	const query = new URLSearchParams({ post, day: on });
	const version = url.searchParams.get('version');
	if (version) query.set('version', version);
	redirect(303, `${url.pathname}?${query.toString()}`);
}

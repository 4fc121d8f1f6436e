import { answer, id, NO_PROBLEMS, parseForm } from '#lib/forms/index.ts';
import { mapAddition, readQuality } from '#lib/server/services/survey-quality.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { done, doneOf } from '../outcome.ts';
import type { Actions, PageServerLoad } from './$types';

const mapSchema = z.object({
	item: id(),
	to: z.union([z.literal(''), id()]).transform((value) => (value === '' ? null : value)),
});

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	quality: answer(await readQuality(locals.ctx, { slug: params.municipality, id: params.id })),
	done: doneOf(url),
});

export const actions: Actions = {
	map: async ({ locals, params, request }) => {
		const form = parseForm(mapSchema, await request.formData());
		if (!form.ok) return fail(400, { ...NO_PROBLEMS, refusal: 'survey/unknown-item', links: null });
		const path = `/m/${params.municipality}/surveys/${params.id}/quality`;
		const address = { slug: params.municipality, id: params.id };
		return done(path, 'map', await mapAddition(locals.ctx, address, form.value));
	},
};

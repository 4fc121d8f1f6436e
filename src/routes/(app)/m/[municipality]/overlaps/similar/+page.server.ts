import { answer, id, NO_PROBLEMS, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { judgeSimilar, readSimilar, undoSimilar } from '#lib/server/services/overlap-similar.ts';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	return answer(await readSimilar(locals.ctx, address, url.searchParams.get('pair') ?? ''));
};

const MOST = 2000;
const applySchema = z.object({
	pair: z.string().max(300),
	marks: z.array(z.string().max(400)).max(MOST).default([]),
});
const undoSchema = z.object({ batch: id() });

export const actions: Actions = {
	apply: async ({ request, locals, params, url }) => {
		const form = parseForm(applySchema, await request.formData());
		if (!form.ok) return fail(400, form.error);
		const versionId = url.searchParams.get('version');
		const result = await judgeSimilar(locals.ctx, { slug: params.municipality, versionId }, form.value);
		if (result.ok) redirect(303, backTo(params.municipality, versionId, { batch: result.value }));
		refuseAccess(result.error);
		return fail(409, { ...NO_PROBLEMS, refusal: result.error });
	},
	undo: async ({ request, locals, params, url }) => {
		const form = parseForm(undoSchema, await request.formData());
		if (!form.ok) return fail(400, form.error);
		const result = await undoSimilar(locals.ctx, params.municipality, form.value.batch);
		if (result.ok) redirect(303, backTo(params.municipality, url.searchParams.get('version'), {}));
		refuseAccess(result.error);
		return fail(409, { ...NO_PROBLEMS, refusal: result.error });
	},
};

function backTo(slug: string, version: string | null, more: Readonly<Record<string, string>>): string {
	const search = new URLSearchParams({ tab: 'pairs', ...(version ? { version } : {}), ...more });
	return `/m/${slug}/overlaps?${search}`;
}
